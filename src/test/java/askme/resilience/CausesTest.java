package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final IOException root = new IOException("connection reset");
    private final RuntimeException failure = new IllegalStateException("no page", new UncheckedIOException(root));

    @Test
    void failureComesBeforeItsCauses() {
        assertThat(Causes.of(failure)).containsExactly(failure, failure.getCause(), root);
        assertThat(Causes.of(null)).isEmpty();
    }

    @Test
    void firstCauseOfATypeIsFound() {
        assertThat(Causes.find(failure, IOException.class)).containsSame(root);
        assertThat(Causes.find(failure, RuntimeException.class)).containsSame(failure);
        assertThat(Causes.find(failure, InterruptedException.class)).isEmpty();
    }

    @Test
    void typeAmongTheCausesIsIncluded() {
        assertThat(Causes.include(failure, IOException.class)).isTrue();
        assertThat(Causes.include(root, UncheckedIOException.class)).isFalse();
    }

    @Test
    void causesOfASuppressedExceptionAreFound() {
        Exception commit = new Exception("the commit failed");
        commit.addSuppressed(failure);
        assertThat(Causes.of(commit)).containsExactly(commit, failure, failure.getCause(), root);
    }

    @Test
    void circularCausesEnd() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));
        assertThat(Causes.include(first, IOException.class)).isFalse();
    }
}
