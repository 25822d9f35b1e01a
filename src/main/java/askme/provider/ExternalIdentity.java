package askme.provider;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A person as a provider knows it. Issuer and subject identify the person, never the address.
 *
 * @param provider the name of the provider
 * @param name a name that the person recognises, for pages
 * @param email null unless the provider says that the person owns this address
 * @param authenticatedAt when the person proved at the provider who it is; null if the provider does not say it
 */
@TemplateData
public record ExternalIdentity(
        String provider, String issuer, String subject, String name, String email, Instant authenticatedAt) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_EMAIL = 254;

    public ExternalIdentity {
        name = name == null || name.isBlank() ? subject : name.strip();
        name = name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        email = email == null || email.isBlank() || email.length() > LONGEST_EMAIL ? null : email;
    }

    /** Whether the table has room for it (OpenID Connect Core 1.0, 2). */
    boolean isWellFormed() {
        return isId(issuer) && isId(subject);
    }

    private static boolean isId(String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
