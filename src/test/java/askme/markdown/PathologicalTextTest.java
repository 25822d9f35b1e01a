package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of 20,000 characters that try to be slow or to overflow the stack. Each runs on a thread with a small stack. */
class PathologicalTextTest {

    private static final int LENGTH = 20_000;
    private static final int SMALL_STACK_BYTES = 256 * 1024;

    static Stream<String> texts() {
        return Stream.of(
                        "[",
                        "]",
                        ">",
                        "*",
                        "_",
                        "`",
                        "~",
                        "|",
                        "<",
                        "(",
                        "!",
                        "&",
                        "\\",
                        "#",
                        "-",
                        "\t",
                        "\n",
                        "1. ",
                        "- ",
                        "> ",
                        ">- ",
                        "* * ",
                        "**a ",
                        "*a_ ",
                        "*a **a ",
                        "_a **a ",
                        "~~a ",
                        "[a](",
                        "![a](",
                        "![",
                        "[]",
                        "[a][",
                        "[![",
                        "`` ",
                        "`a``",
                        "<a ",
                        "<!--",
                        "<?",
                        "<![CDATA[",
                        "<a b=\"",
                        "</",
                        "&#",
                        "&amp",
                        "|a",
                        "|-",
                        "|a|\n",
                        "a|b\n-|-\n",
                        "http://",
                        "www.",
                        "a@b.",
                        "[a]: b\n",
                        "[a]: <b\n",
                        "***",
                        "(((",
                        "[a](b",
                        "![a](b ",
                        "\\[",
                        "    ",
                        "```\n",
                        "~~~a\n",
                        "- a\n",
                        "1) a\n ",
                        "***a** ",
                        "😀",
                        "\u202e",
                        "\u0000",
                        "&lt;",
                        "]]>",
                        "x ".repeat(40) + "\n",
                        "mailto:a@b ",
                        "ﷺ")
                .map(s -> s.repeat(LENGTH / s.length()));
    }

    static Stream<String> nested() {
        return Stream.of(
                "*a ".repeat(3000) + "b*".repeat(3000),
                "**a *b ".repeat(1000) + "* **".repeat(1000),
                "[".repeat(5000) + "a" + "](b)".repeat(3000),
                "![".repeat(3000) + "a" + "](b)".repeat(3000),
                "<kbd>".repeat(3000) + "a",
                lists(195));
    }

    private static String lists(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth && text.length() < LENGTH; i++) {
            text.append(" ".repeat(2 * i)).append("- a\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource({"texts", "nested"})
    @Timeout(10)
    void rendersInBoundedTimeAndStack(String text) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> renderAll(text), "small stack", SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join(Duration.ofSeconds(9).toMillis());
        assertThat(thread.isAlive()).as("still rendering").isFalse();
        assertThat(thrown.get()).isNull();
    }

    private static void renderAll(String text) {
        Markdown.render(text);
        Excerpt.of(text, 240);
    }
}
