package askme.review;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The right to see, to decide and to make suggested edits, and their bounds. */
@QuarkusTest
@Tag("program")
class SuggestedEditRightsTest {

    private static final String FORM = "form:has(textarea[name=text])";

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("The first title", "The first text", "one, two");
        answer = ann.answer(question, "The first answer");
    }

    private Reply edit(Visitor editor, String path, Map<String, String> typed) {
        editor.get(path + "/edit/");
        return editor.submit(FORM, typed);
    }

    private String questionPath() {
        return "/question/" + question;
    }

    private String answerPath() {
        return "/answer/" + answer;
    }

    private String suggest(Visitor proposer, String path, Map<String, String> typed) {
        edit(proposer, path, typed);
        long id = testDatabase.of(
                "SELECT MAX(s.id) FROM edit_suggestion s JOIN member m ON m.id = s.proposer_id WHERE m.nickname = ?",
                proposer.nickname());
        return "/moderation/edits/" + id + "/";
    }

    @Test
    void onlyAuthorReviewersAndProposerSeeIt() {
        String suggestion = suggest(bob, questionPath(), Map.of("title", "A better title"));
        Visitor eve = Visitor.member("eve");
        assertThat(eve.get(suggestion).status()).isEqualTo(403);
        assertThat(eve.get("/moderation/edits/").page().select(".suggestion-list a"))
                .isEmpty();
        assertThat(eve.get(questionPath() + "/").page().select(".waiting-edits"))
                .isEmpty();
        assertThat(bob.get(questionPath() + "/").page().select(".waiting-edits").text())
                .contains("Your suggested edit waits");
        assertThat(bob.get(suggestion).page().select("form[action$=/take], form[action$=/decline]"))
                .isEmpty();
        for (Visitor other : List.of(eve, bob)) {
            Map<String, String> form = Map.of("csrf-token", other.csrfToken(), "reason", "Mine");
            for (String act : List.of("take", "decline")) {
                assertThat(other.postOnce(suggestion + act, form).status())
                        .as(act)
                        .isEqualTo(403);
            }
            assertThat(other.get(questionPath() + "/edit?suggestion=" + suggestion.replaceAll("\\D", ""))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Visitor.guest().getOnce(suggestion).header("Location")).contains("/login/");
        assertThat(Visitor.guest().getOnce("/moderation/edits/").header("Location"))
                .contains("/login/");
        for (String id : List.of("0", "x", "99999999999999999999", "-1")) {
            assertThat(ann.get(questionPath() + "/edit?suggestion=" + id).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(ann.get("/moderation/edits/" + id + "/").status()).as(id).isEqualTo(404);
        }
        assertThat(ann.get(answerPath() + "/edit?suggestion=" + suggestion.replaceAll("\\D", ""))
                        .status())
                .as("of another post")
                .isEqualTo(404);
    }

    @Test
    void badSuggestionsAreRefusedBesideTheText() {
        assertThat(edit(bob, questionPath(), Map.of())
                        .page()
                        .select("#text-error")
                        .text())
                .isEqualTo("You have changed nothing yet.");
        assertThat(bob.last().status()).isEqualTo(422);
        for (int i = 0; i < 5; i++) {
            suggest(bob, "/answer/" + ann.answer(question, "Answer number " + i), Map.of("text", "Better " + i));
        }
        Reply refused = edit(bob, questionPath(), Map.of("text", "One too many, typed with care"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text-error").text()).contains("5 suggested edits that wait");
        assertThat(refused.page().selectFirst("#text").val()).isEqualTo("One too many, typed with care");
    }
}
