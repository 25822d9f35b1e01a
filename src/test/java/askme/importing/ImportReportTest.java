package askme.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportReportTest {

    private final ImportReport report = new ImportReport(null);

    @Test
    void anEmptyReportSaysSo() {
        report.count("questions", 0);

        assertThat(report.isEmpty()).isTrue();
        assertThat(printed()).isEqualTo("There was nothing to import.\n");
    }

    @Test
    void aDryRunSaysWhatItWouldDo() {
        report.count("questions", 3);
        report.note("without a title", "Posts.xml:7", "");

        assertThat(report.isEmpty()).isFalse();
        assertThat(printed().lines())
                .containsExactly(
                        "It would import:",
                        "             3 questions",
                        "Changed or left out:",
                        "             1 without a title",
                        "               Posts.xml:7");
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8), true);
        return out.toString(StandardCharsets.UTF_8);
    }
}
