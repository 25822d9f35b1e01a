package askme.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An operator wants to see whether mail arrives at {@code address}. */
@RegisterForReflection
public record TestMailRequested(String address) {}
