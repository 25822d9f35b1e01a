package askme.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An account was made. */
@RegisterForReflection
public record MemberJoined(long memberId) {}
