package askme.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import askme.support.FilledSite;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An upgraded site whose index is not full yet. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // It changes the state of the index.
class SearchDuringFillTest {

    @Inject
    TestDatabase database;

    @Inject
    IndexState state;

    private void filled(boolean filled) {
        database.change("UPDATE search_progress SET filled = " + (filled ? 1 : 0));
        await().until(() -> state.filled(IndexTable.QUESTIONS) == filled);
    }

    @AfterEach
    void end() {
        filled(true);
    }

    private static List<String> cards(String typed) {
        return Visitor.guest()
                .get("/search/?q=" + typed)
                .page()
                .select(".question-card")
                .eachAttr("id");
    }

    @Test
    void searchUsesTheOldIndexUntilTheNewOneIsFull() {
        Visitor ann = Visitor.member("ann");
        String word = Visitor.unique("tarsier").replace("-", "");
        long title = ann.ask("A " + word + " question", "x", "");
        long body = ann.ask("Another question", "About the " + word, "");
        ann.answer(ann.ask("A third question", "x", ""), "The " + word + " again");
        database.change("DELETE FROM search_question WHERE question_id = " + title);
        filled(false);
        assertThat(cards(word)).containsExactly("question-" + title, "question-" + body);
        assertThat(cards(word + "&sort=newest")).containsExactly("question-" + body, "question-" + title);
        assertThat(Visitor.guest().get("/search/suggestions?q=" + word).body()).contains("A " + word + " question");
        assertThat(Visitor.guest()
                        .get("/search/similar?q=" + word + "+something")
                        .body())
                .contains("A " + word + " question");
        assertThat(Visitor.guest()
                        .get("/search/?q=xyzzyq+C")
                        .page()
                        .select(".empty .reason")
                        .text())
                .contains("c");
    }
}
