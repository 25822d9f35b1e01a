package askme.account.address;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A link that was mailed to an address.
 *
 * @param email the address to which it was mailed
 */
@TemplateData
public record AddressLink(long id, long memberId, AddressPurpose purpose, String email, Instant madeAt) {}
