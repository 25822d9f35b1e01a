package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptLanguageTest {

    private static final int LONGEST_HEADER = 16 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            quoteCharacter = '"',
            value = {
                "null; en",
                "\"\"; en",
                "ru; ru",
                "RU-ru; ru",
                "de, ru; ru",
                "\"de;q=0.9, ru;q=0.1\"; ru",
                "\"ru;q=0.5, en;q=0.8\"; en",
                "\"ru;q=0, en;q=0.1\"; en",
                "\"ru ; q=0.7 , en;q=0.6\"; ru",
                "\"ru;q=x\"; en",
                "*; en",
                "\",,;,\"; en"
            })
    void languageOfTheHighestWeightIsTaken(String header, String language) {
        assertThat(Languages.accepted(header)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void shortHeadersGiveTheSameAsTheLibrary() {
        Random random = new Random(7);
        List<String> tags = new ArrayList<>(List.of("en", "ru", "de", "en-GB", "ru-RU", "zh-Hans-CN", "*"));
        for (int i = 0; i < 2000; i++) {
            Collections.shuffle(tags, random);
            StringBuilder header = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                header.append(tags.get(n))
                        .append(";q=0.")
                        .append(1 + random.nextInt(9))
                        .append(n == 0 ? "" : ",");
            }
            Locale expected = Locale.lookup(
                    Locale.LanguageRange.parse(header.toString()),
                    List.of(Locale.ENGLISH, Locale.forLanguageTag("ru")));
            assertThat(Languages.accepted(header.toString()))
                    .as(header.toString())
                    .isEqualTo(expected == null ? Locale.ENGLISH : expected);
        }
    }

    /** The library took 82 seconds for such a header. */
    @ParameterizedTest
    @ValueSource(strings = {"-aaaaaaaa", ",en", ",", ";", "en;q=0.", "*,", " ", "-", "x-"})
    void longHeaderTakesNoTime(String part) {
        String header = "en" + part.repeat(LONGEST_HEADER / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1000; i++) {
                Languages.accepted(header);
            }
        });
    }
}
