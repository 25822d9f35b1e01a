package askme;

import static org.assertj.core.api.Assertions.assertThat;

import askme.PlainEnglish.Finding;
import askme.PlainEnglish.Habit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comments, messages and documents are written for engineers whose first language is not English. The habits that a
 * pattern can find are in {@code plain-english.txt}. {@code -Dplain.counts} prints the number of findings of
 * each directory; {@code -Dplain.show=PREFIX} prints the findings in files whose path starts with it.
 */
class PlainEnglishTest {

    private final PlainEnglish english = new PlainEnglish();

    @Test
    void textOfTheProjectIsPlainEnglish() {
        List<Finding> refused = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        String shown = System.getProperty("plain.show");
        for (String file : PlainEnglish.files()) {
            List<Finding> found = english.check(file);
            counts.merge(directory(file), found.size(), Integer::sum);
            refused.addAll(found);
            if (shown != null && file.startsWith(shown)) {
                found.forEach(System.out::println);
            }
        }
        if (System.getProperty("plain.counts") != null) {
            counts.forEach((directory, count) -> System.out.printf("plain english: %5d %s%n", count, directory));
        }
        assertThat(refused).isEmpty();
        assertThat(english.unused()).as("exceptions that no sentence needs").isEmpty();
    }

    private static String directory(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : ".";
    }

    static List<Habit> habits() {
        return new PlainEnglish().habits;
    }

    @ParameterizedTest
    @MethodSource("habits")
    void everyPatternFindsItsExample(Habit habit) {
        assertThat(english.check("example.md", habit.example()))
                .extracting(Finding::advice)
                .contains(habit.advice());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "A.java       ~ String s = \"// dear\"; /* It is\\n * started anew. */ ~ 1",
                "A.java       ~ /** A job.\\n *\\n * @return false if it is dear */ ~ 3",
                "A.java       ~ char c = '\"'; // It is dear. ~ 1",
                "A.java       ~ LOG.warnf(\\n \"The job is told %s\", id); ~ 2",
                "a.js         ~ const a = /[\"'/]/; // It is dear. ~ 1",
                "a.js         ~ const a = `${b['x']} // no`;\\n// It is dear. ~ 2",
                "a.css        ~ a { b: c } /* It is\\n dear. */ ~ 1",
                "a.html       ~ <p>dear</p>\\n{! It is dear. !} ~ 2",
                "pom.xml      ~ <a>\\n<!-- It is dear. --> ~ 2",
                "a.lua        ~ local a = 1 -- It is dear. ~ 1",
                "bin/a        ~ a='x # y' # It is dear. ~ 1",
                "a.properties ~ # It is\\n# dear.\\na=b ~ 1",
                "messages/a_en.properties ~ dear=a\\nb={dear} It is dear. ~ 2",
                "a.yml        ~ a: b # It is dear. ~ 1",
                "a.md         ~ A line.\\n\\n- An item\\n  is dear. ~ 3",
                "a.md         ~ ```\\nrun # It is dear.\\n``` ~ 2",
                "a.md         ~ | a | it is dear | ~ 1",
            })
    void proseIsFoundInEveryKindOfFile(String file, String text, int line) {
        assertThat(english.check(file.strip(), text.replace("\\n", "\n")))
                .extracting(Finding::line)
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "A.java ~ String s = \"it is dear\";",
                "A.java ~ /** {@code dear} */ class Dear {}",
                "a.js   ~ const a = 'it is dear';",
                "a.md   ~ `dear` and ``dear``",
                "a.md   ~ ```\\ndear\\n```",
                "a.html ~ <p>dear</p>",
                "bin/a  ~ printf '%s' \"# dear\"",
                "a.md   ~ What is the lease?",
                "a.md   ~ The line where the error is.",
            })
    void codeAndPlainSentencesPass(String file, String text) {
        assertThat(english.check(file.strip(), text.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void tooLongSentenceIsRefused() {
        String most = "Word" + " word".repeat(PlainEnglish.MOST_WORDS - 1);
        assertThat(english.check("a.md", "It is.\n" + most + ". `Code` is next."))
                .isEmpty();
        assertThat(english.check("a.md", "It is.\nOne " + most + "."))
                .extracting(Finding::line, Finding::advice)
                .containsExactly(Tuple.tuple(2, "make it two sentences"));
    }

    @Test
    void exceptionAcceptsSentencesOfOneFile() {
        english.exceptions.add(new PlainEnglish.Allowed("a.md", "a dear friend", "it means a friend"));
        assertThat(english.check("a.md", "It is a dear friend. It is dear.")).hasSize(1);
        assertThat(english.check("b.md", "It is a dear friend.")).hasSize(1);
        assertThat(english.unused()).noneMatch(e -> e.file().equals("a.md"));
    }
}
