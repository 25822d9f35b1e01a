package askme.mail;

/** An operator wants to see whether mail arrives at {@code address}. */
public record TestMailWanted(String address) {}
