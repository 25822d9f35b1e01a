package askme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import askme.web.WebConfig;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EncryptionTest {

    private final Encryption encryption = new Encryption(new Signer(config("0123456789012345678901234567890123")));

    @Test
    void textComesBackForItsPurposeOnly() {
        String encrypted = encryption.encrypt("journey", "тайна");
        assertThat(encryption.decrypt("journey", encrypted)).contains("тайна");
        assertThat(encryption.decrypt("second", encrypted)).isEmpty();
        assertThat(encryption.encrypt("journey", "тайна")).isNotEqualTo(encrypted);
    }

    @Test
    void changedTextIsRefused() {
        String encrypted = encryption.encrypt("journey", "secret");
        char last = encrypted.charAt(5) == 'A' ? 'B' : 'A';
        String changed = encrypted.substring(0, 5) + last + encrypted.substring(6);
        for (String wrong : new String[] {
            changed, "", "AAAA", "99999999999999999999", "not base64!", encrypted.substring(0, 12), null
        }) {
            assertThat(encryption.decrypt("journey", wrong)).isEmpty();
        }
    }

    @Test
    void anotherSecretOfTheSiteReadsNothing() {
        Encryption other = new Encryption(new Signer(config("another-0123456789012345678901234567890")));
        assertThat(other.decrypt("journey", encryption.encrypt("journey", "secret")))
                .isEmpty();
    }

    private static WebConfig config(String secret) {
        return new WebConfig() {
            @Override
            public URI baseUrl() {
                return URI.create("http://localhost");
            }

            @Override
            public String secret() {
                return secret;
            }

            @Override
            public Duration sharedCache() {
                return Duration.ZERO;
            }

            @Override
            public boolean hstsSubdomains() {
                return false;
            }

            @Override
            public int mostRequests() {
                return 1;
            }
        };
    }
}
