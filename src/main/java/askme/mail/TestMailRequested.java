package askme.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An operator requested a test mail to {@code address}. */
@RegisterForReflection
public record TestMailRequested(String address) {}
