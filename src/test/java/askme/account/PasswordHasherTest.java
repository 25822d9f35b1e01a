package askme.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.member.Busy;
import askme.resilience.Bulkhead;
import java.io.InputStream;
import java.time.Duration;
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
    void passwordMatchesOnlyItsOwnHash() {
        String hash = hasher.hash("correct horse");
        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("correct horsf", hash)).isFalse();
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void hashHoldsAlgorithmAndParameters() {
        assertThat(new PasswordHasher(19456, 2, 1).hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    /** The tests use cheaper parameters. */
    @Test
    void productionUsesTheParametersOfOwasp() throws Exception {
        Properties configuration = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            configuration.load(in);
        }
        assertThat(configuration)
                .containsEntry("askme.password.memory-kib", "19456")
                .containsEntry("askme.password.iterations", "2");
    }

    @Test
    void lastOf128CharactersCounts() {
        String long128 = "ж".repeat(127) + "a";
        String hash = hasher.hash(long128);
        assertThat(hasher.matches(long128, hash)).isTrue();
        assertThat(hasher.matches("ж".repeat(127) + "b", hash)).isFalse();
    }

    /** NFKC makes 18 characters of each: normalizing megabytes of them would fill the heap. */
    @Test
    void tooLongTextIsNotNormalized() {
        String text = "\ufdfa".repeat(2_001);
        assertThat(hasher.matches(text, hasher.hash(text))).isFalse();
    }

    @Test
    void composedAndDecomposedLettersMatch() {
        assertThat(hasher.matches("Йод и кислород", hasher.hash("Йод и кислород")))
                .isTrue();
    }

    @Test
    void hashOfOtherParametersMatchesAndIsOutdated() {
        PasswordHasher costlier = new PasswordHasher(128, 2, 2);
        String old = hasher.hash("correct horse");
        assertThat(costlier.outdated(old)).isTrue();
        assertThat(costlier.matches("correct horse", old)).isTrue();
        assertThat(costlier.outdated(costlier.hash("correct horse"))).isFalse();
    }

    /** A hash that another program made, as an imported member has it. */
    @Test
    void hashOfBcryptMatchesAndIsOutdated() {
        String imported = "$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC";
        assertThat(hasher.matches("abcdefghijklmnopqrstuvwxyz", imported)).isTrue();
        assertThat(hasher.matches("abcdefghijklmnopqrstuvwxy", imported)).isFalse();
        assertThat(hasher.matches("x".repeat(73), imported)).isFalse();
        assertThat(hasher.outdated(imported)).isTrue();
    }

    @Test
    void noFreePlaceIsReportedAsBusy() {
        Bulkhead bulkhead = new Bulkhead(1, 0, Duration.ZERO);
        PasswordHasher busy = new PasswordHasher(64, 1, bulkhead);
        bulkhead.call(() -> assertThatThrownBy(() -> busy.hash("correct horse")).isInstanceOf(Busy.class));
        assertThat(busy.hash("correct horse")).isNotEmpty();
    }

    @Test
    void concurrentHashesAllComplete() throws Exception {
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
