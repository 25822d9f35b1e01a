package askme.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Answers wait for one mail to the member {@code memberId}, and the member may receive a mail again. */
@RegisterForReflection
public record GatheredMailDue(long memberId) {}
