package askme.account.address;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A link has to be mailed to an address. The event holds neither the address nor the link. */
@RegisterForReflection
public record AddressLinkMade(long linkId) {}
