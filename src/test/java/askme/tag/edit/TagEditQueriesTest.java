package askme.tag.edit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a tag read its rows, and a batch of a merge reads its questions, however many the tag has. */
@QuarkusTest
@TestProfile(FilledSite.class)
class TagEditQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long tag;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        tag = database.of("SELECT id FROM tag ORDER BY question_count DESC LIMIT 1");
        assertThat(database.of("SELECT question_count FROM tag WHERE id = ?", tag))
                .isGreaterThan(TagMergeBatch.SIZE);
    }

    @Test
    void batchReadsItsQuestions() {
        QueryCosts.Cost next = costs.of(TagMergeBatch.QUESTIONS, Map.of("tag", tag));
        assertThat(next.returned()).isEqualTo(TagMergeBatch.SIZE);
        assertThat(next.fullScans()).isEmpty();
        assertThat(next.read()).isLessThanOrEqualTo(TagMergeBatch.SIZE + 2L);
        String ids = database
                .all("SELECT question_id FROM question_tag WHERE tag_id = " + tag + " ORDER BY question_id LIMIT "
                        + TagMergeBatch.SIZE)
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        QueryCosts.Cost both = costs.of(TagMergeBatch.WITH_TAG.replace(":ids", ids), Map.of("tag", tag == 1 ? 2 : 1));
        assertThat(both.fullScans()).isEmpty();
        assertThat(both.read()).isLessThanOrEqualTo(2L * TagMergeBatch.SIZE + 10);
    }

    @Test
    void pageReadsItsTag() {
        assertThat(costs.of(TagWiki.READ, Map.of("id", tag)).read()).isLessThanOrEqualTo(6);
        assertThat(costs.of(TagSynonyms.OF_TAG, Map.of("tag", tag)).read()).isLessThanOrEqualTo(TagSynonyms.MOST + 2L);
        assertThat(costs.of(TagMerges.RUNNING, Map.of("first", tag, "second", tag))
                        .read())
                .isLessThanOrEqualTo(4);
    }
}
