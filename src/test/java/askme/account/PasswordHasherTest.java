package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher(64, 1, 2);

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = hasher.hash("correct horse");
        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("correct horsf", hash)).isFalse();
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void theHashNamesAlgorithmAndFigures() {
        assertThat(new PasswordHasher(19456, 2, 1).hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    /** The tests' own figures are cheaper. */
    @Test
    void theConfigurationOfProductionHasTheFiguresOfOwasp() throws Exception {
        Properties configuration = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            configuration.load(in);
        }
        assertThat(configuration)
                .containsEntry("askme.password.memory-kib", "19456")
                .containsEntry("askme.password.iterations", "2");
    }

    @Test
    void theLastOf128CharactersCountsToo() {
        String long128 = "ж".repeat(127) + "a";
        String hash = hasher.hash(long128);
        assertThat(hasher.matches(long128, hash)).isTrue();
        assertThat(hasher.matches("ж".repeat(127) + "b", hash)).isFalse();
    }

    /** In NFKC one such character is eighteen: megabytes of them would fill the heap. */
    @Test
    void aTextThatIsNoPasswordIsNotEvenNormalized() {
        String text = "\ufdfa".repeat(2_001);
        assertThat(hasher.matches(text, hasher.hash(text))).isFalse();
    }

    @Test
    void theSameLettersComposedOtherwiseAreTheSamePassword() {
        assertThat(hasher.matches("Йод и кислород", hasher.hash("Йод и кислород")))
                .isTrue();
    }

    @Test
    void aHashMadeWithOtherFiguresIsOutdatedAndStillMatches() {
        PasswordHasher dearer = new PasswordHasher(128, 2, 2);
        String old = hasher.hash("correct horse");
        assertThat(dearer.outdated(old)).isTrue();
        assertThat(dearer.matches("correct horse", old)).isTrue();
        assertThat(dearer.outdated(dearer.hash("correct horse"))).isFalse();
    }

    @Test
    void manyAtATimeAllGetTheirTurn() throws Exception {
        String hash = hasher.hash("correct horse");
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> sign = () -> hasher.matches("correct horse", hash);
            for (Future<Boolean> answer :
                    pool.invokeAll(IntStream.range(0, 64).mapToObj(i -> sign).toList())) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }
}
