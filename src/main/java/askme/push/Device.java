package askme.push;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A device of a member, as the settings list it.
 *
 * @param name browser and system
 * @param hash the SHA-256 of its endpoint, by which a script finds its own device
 */
@TemplateData
record Device(long id, String name, String hash, Instant addedAt) {}
