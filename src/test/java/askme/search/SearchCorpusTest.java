package askme.search;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches texts of 14 languages and the names of programmers on the database of the tests. */
@QuarkusTest
class SearchCorpusTest {

    @Inject
    SearchCorpus corpus;

    @ParameterizedTest
    @ValueSource(strings = {"programming", "chinese", "thai", "russian"})
    void eachQueryFindsItsQuestionFirst(String language) throws SQLException {
        corpus.check(language);
    }

    @Tag("full")
    @Tag("databases")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arabic",
                "bengali",
                "greek",
                "hebrew",
                "hindi",
                "japanese",
                "khmer",
                "korean",
                "tamil",
                "turkish",
                "vietnamese"
            })
    void everyOtherLanguageIsFoundToo(String language) throws SQLException {
        corpus.check(language);
    }
}
