package askme.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    /** A comparison takes some milliseconds of CPU once its code is compiled, which it is not in a test. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final int LONG = 30_000;

    @Test
    void changedWordIsMarkedInItsLine() {
        assertThat(written("First line\nThe quick fox\nLast", "First line\nThe slow fox\nLast"))
                .isEqualTo("First line\n|The [-quick-]{+slow+} fox\n|Last");
    }

    @Test
    void blanksBetweenChangesBelongToTheChange() {
        assertThat(written("one two three", "one 2 3")).isEqualTo("one [-two three-]{+2 3+}");
    }

    @Test
    void addedAndRemovedLinesAreMarked() {
        assertThat(written("a\nb\n", "a\nb\nc\n")).isEqualTo("a\nb\n|{+c\n+}");
        assertThat(written("a\nb\nc\n", "b\nc\n")).isEqualTo("[-a\n-]|b\nc\n");
        assertThat(written("", "new")).isEqualTo("{+new+}");
        assertThat(written("old", "")).isEqualTo("[-old-]");
    }

    @Test
    void scriptsWithoutBlanksAreComparedByLetters() {
        assertThat(written("私は猫が好きです", "私は犬が好きです")).isEqualTo("私は[-猫-]{+犬+}が好きです");
        assertThat(written("e\u0301te\u0301 ✨😀", "e\u0301te\u0301 ✨😁")).isEqualTo("e\u0301te\u0301 ✨[-😀-]{+😁+}");
    }

    @Test
    void longEqualPartsAreLeftOut() {
        String lines = IntStream.range(0, 40).mapToObj(n -> n + "\n").collect(Collectors.joining());
        TextDifference difference = TextDifference.of(lines + "end", lines + "END");
        assertThat(difference.blocks()).hasSize(3);
        assertThat(difference.blocks().get(0).skipped()).isEqualTo(37);
        assertThat(difference.same()).isFalse();
        assertThat(TextDifference.of(lines, lines).same()).isTrue();
    }

    @Test
    void eachSideIsItsText() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String before = text(random, 30, 4);
            String after = text(random, 30, 4);
            TextDifference difference = TextDifference.of(before, after);
            if (difference.blocks().stream().allMatch(block -> block.skipped() == 0)) {
                assertThat(side(difference, true)).isEqualTo(before);
                assertThat(side(difference, false)).isEqualTo(after);
            }
        }
    }

    @Test
    void textsWithoutCommonWordsAreShownAsAWhole() {
        String before = text(new Random(1), LONG / 6, 1_000_000);
        String after = text(new Random(2), LONG / 6, 1_000_000);
        assertThat(TextDifference.of(before, after).coarse()).isTrue();
    }

    @Test
    void longTextsTakeMilliseconds() {
        Random random = new Random(3);
        List<String> texts = List.of(
                text(random, LONG / 6, 1_000_000).substring(0, LONG),
                text(random, LONG / 2, 10).substring(0, LONG),
                text(random, LONG / 2, 3).replace(' ', '\n').substring(0, LONG),
                "a b ".repeat(LONG / 4),
                "b a ".repeat(LONG / 4),
                "\n".repeat(LONG),
                "a.".repeat(LONG / 2),
                " .".repeat(LONG / 2),
                "x".repeat(LONG));
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < texts.size(); i++) {
            String before = texts.get(i);
            String after = texts.get((i + 1) % texts.size());
            long least = Long.MAX_VALUE;
            for (int run = 0; run < 3; run++) {
                long start = cpu.getCurrentThreadCpuTime();
                TextDifference.of(before, after);
                least = Math.min(least, cpu.getCurrentThreadCpuTime() - start);
            }
            assertThat(Duration.ofNanos(least)).as("%d", i).isLessThan(PATIENCE);
        }
    }

    private static String text(Random random, int words, int vocabulary) {
        return IntStream.range(0, words)
                .mapToObj(n -> "w" + random.nextInt(vocabulary) + (random.nextInt(8) == 0 ? "\n" : " "))
                .collect(Collectors.joining());
    }

    private static String side(TextDifference difference, boolean before) {
        return difference.blocks().stream()
                .flatMap(block -> (before ? block.before() : block.after()).stream())
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String written(String before, String after) {
        return TextDifference.of(before, after).blocks().stream()
                .map(block ->
                        block.pieces().stream().map(TextDifferenceTest::written).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static String written(Piece piece) {
        return switch (piece.kind()) {
            case SAME -> piece.text();
            case REMOVED -> "[-" + piece.text() + "-]";
            case ADDED -> "{+" + piece.text() + "+}";
        };
    }
}
