package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text of tokens, their scopes and the time of their last use. */
class TokenTextTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void tokenIsFoundInItsHeader() {
        String token = TokenText.make(random);
        assertThat(token).startsWith(TokenText.PREFIX).hasSize(TokenText.PREFIX.length() + 43);
        assertThat(TokenText.inHeader("Bearer " + token)).contains(token);
        assertThat(TokenText.inHeader("bearer  " + token)).contains(token);
        assertThat(TokenText.hash(token)).hasSize(32).isNotEqualTo(TokenText.hash(TokenText.make(random)));
    }

    @Test
    void otherHeadersHoldNoToken() {
        String token = TokenText.make(random);
        assertThat(TokenText.inHeader("Basic " + token)).isEmpty();
        assertThat(TokenText.inHeader(token)).isEmpty();
        assertThat(TokenText.inHeader("Bearer")).isEmpty();
        assertThat(TokenText.inHeader("Bearer " + token + "x")).isEmpty();
        assertThat(TokenText.inHeader("Bearer " + token + " " + token)).isEmpty();
    }

    @Test
    void scopesAreStoredByTheirNames() {
        Set<TokenScope> scopes = Set.of(TokenScope.WRITE, TokenScope.READ);
        assertThat(TokenScope.words(scopes)).isEqualTo("read write");
        assertThat(TokenScope.parse("read write")).isEqualTo(scopes);
        assertThat(TokenScope.parse("read future")).containsExactly(TokenScope.READ);
        assertThat(TokenScope.parse("")).isEmpty();
    }

    @Test
    void useIsStoredOnceAMinute() {
        Instant now = Instant.parse("2026-11-29T10:00:00Z");
        assertThat(ApiTokens.isStale(null, now)).isTrue();
        assertThat(ApiTokens.isStale(now.minusSeconds(60), now)).isFalse();
        assertThat(ApiTokens.isStale(now.minusSeconds(61), now)).isTrue();
    }
}
