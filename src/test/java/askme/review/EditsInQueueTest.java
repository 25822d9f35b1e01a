package askme.review;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggested edits wait in the review queue, with their change, and are decided there. */
@QuarkusTest
class EditsInQueueTest {

    @Inject
    TestDatabase testDatabase;

    private Visitor proposer;
    private Visitor reviewer;
    private long question;
    private long edit;

    @BeforeEach
    void suggest() {
        proposer = Visitor.member("queueProposer");
        Visitor member = Visitor.member("queueReviewer");
        testDatabase.change("UPDATE member SET rating = 5000 WHERE nickname = ?", member.nickname());
        reviewer = Visitor.guest().signIn(member.nickname());
        question = Visitor.member("queueAsker").ask("Which word is wrong?", "The second word is wrang.", "review");
        proposer.get("/question/" + question + "/edit/");
        proposer.submit("form:has(textarea[name=text])", Map.of("text", "The second word is wrong."));
        edit = testDatabase.of("SELECT MAX(id) FROM edit_suggestion WHERE question_id = ?", question);
    }

    private Element item() {
        return reviewer.get("/moderation/").page().selectFirst("#edit-" + edit);
    }

    @Test
    void editIsTakenFromTheQueue() {
        assertThat(item().select("del").text()).contains("wrang");
        assertThat(item().select("ins").text()).contains("wrong");

        reviewer.submit("#edit-" + edit + " form", Map.of());

        assertThat(Visitor.guest().get("/question/" + question + "/").body()).contains("The second word is wrong.");
        assertThat(item()).isNull();
    }

    @Test
    void editIsDeclinedByAScriptOnceAndWithAReason() {
        Map<String, String> fields = new HashMap<>(fields());
        String path = "/moderation/edits/" + edit + "/decline";
        assertThat(reviewer.postForm(path, fields, reviewer.csrfToken()).status())
                .isEqualTo(422);
        fields.put("reason", "It was right");

        Visitor.Reply declined = reviewer.postForm(path, fields, reviewer.csrfToken());
        assertThat(declined.status()).isEqualTo(200);
        assertThat(declined.body()).contains("\"text\"");
        Visitor.Reply again = reviewer.postForm(path, fields, reviewer.csrfToken());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("\"decided\"");
        assertThat(reviewer.postForm("/moderation/edits/" + edit + "/take", fields, reviewer.csrfToken())
                        .status())
                .isEqualTo(409);
        assertThat(proposer.get("/moderation/edits/" + edit + "/").body()).contains("It was right");
    }

    private Map<String, String> fields() {
        Element form = item().selectFirst("form");
        return Map.of(
                "version", form.select("[name=version]").val(),
                "seen", form.select("[name=seen]").val());
    }
}
