package askme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members suggest edits of posts of others by the edit form; the author or a reviewer decides. */
@QuarkusTest
@Tag("program")
class SuggestedEditsTest {

    private static final String FORM = "form:has(textarea[name=text])";
    private static final String TEXT = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.";
    private static final Duration SOON = Duration.ofSeconds(20);

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
        question = ann.ask("The first title", TEXT, "one, two");
        answer = ann.answer(question, TEXT);
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
        Reply reply = edit(proposer, path, typed);
        assertThat(reply.page().select("[role=status]").text()).contains("waits for the author or a moderator");
        long id = testDatabase.of(
                "SELECT MAX(s.id) FROM edit_suggestion s JOIN member m ON m.id = s.proposer_id WHERE m.nickname = ?",
                proposer.nickname());
        return "/moderation/edits/" + id + "/";
    }

    private Reply take(Visitor reviewer, String suggestion) {
        reviewer.get(suggestion);
        return reviewer.submit("form[action$=/take]", Map.of());
    }

    private Visitor chief() {
        Visitor member = Visitor.member("chief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    private Document seenByGuests() {
        return Visitor.guest().get(questionPath() + "/").page();
    }

    @Test
    void editOfSomebodyElseIsProposedAndTheAuthorTakesIt() {
        Document form = bob.get(questionPath() + "/edit/").page();
        assertThat(form.select("h1").text()).isEqualTo("Suggest an edit of the question");
        assertThat(form.select(FORM + " [type=submit]").last().text()).isEqualTo("Suggest the edit");
        assertThat(form.select("form[action$=/delete]")).isEmpty();
        String suggestion = suggest(
                bob,
                questionPath(),
                Map.of(
                        "title",
                        "A better title",
                        "text",
                        TEXT.replace("Second", "Middle"),
                        "tags",
                        "one, new",
                        "reason",
                        "<b>Why</b>"));
        assertThat(seenByGuests().select("h1").text()).isEqualTo("The first title");
        assertThat(seenByGuests().select(".waiting-edits, .suggest")).isEmpty();

        var line = ann.get(questionPath() + "/").page().selectFirst(".question .waiting-edits");
        assertThat(line.text()).contains("1 suggested edit waits for a decision");
        assertThat(line.select("a").attr("href")).isEqualTo(suggestion);
        Document shown = ann.get(suggestion).page();
        assertThat(shown.select("del").eachText()).containsExactly("The first", "two", "Second");
        assertThat(shown.select("ins").eachText()).containsExactly("A better", "new", "Middle");
        assertThat(shown.select(".revision-reason").text()).isEqualTo("<b>Why</b>");
        assertThat(ann.get(suggestion + "?view=side&of=rendered")
                        .page()
                        .select(".side .added")
                        .text())
                .contains("Middle");

        Reply taken = take(ann, suggestion);
        assertThat(taken.page().select("[role=status]").text()).isEqualTo("Suggested edit taken");
        Document page = seenByGuests();
        assertThat(page.select("h1").text()).isEqualTo("A better title");
        assertThat(page.select(".question .tags a").eachText()).containsExactly("one", "new");
        assertThat(page.selectFirst(".question a.edited").text()).startsWith("edited by " + bob.nickname() + " ");
        Document revisions = Visitor.guest().get(questionPath() + "/revisions/").page();
        assertThat(revisions.select("#revision-2 .author").text()).isEqualTo(bob.nickname());
        assertThat(revisions.select("#revision-2 .revision-reason").text())
                .isEqualTo("<b>Why</b> Suggested; taken by " + ann.nickname() + ".");
        assertThat(ann.get(questionPath() + "/").page().select(".waiting-edits"))
                .isEmpty();
        assertThat(bob.get("/moderation/edits/?of=me")
                        .page()
                        .select(".suggestion-list li")
                        .text())
                .contains("Taken", "A better title", ann.nickname());
    }

    @Test
    void takenEditIsItsOwnRevisionAndFindable() {
        take(ann, suggest(bob, answerPath(), Map.of("text", "Second " + TEXT)));
        String word = Visitor.unique("zebra");
        take(ann, suggest(bob, answerPath(), Map.of("text", "Third " + word)));
        assertThat(Visitor.guest()
                        .get(answerPath() + "/revisions/")
                        .page()
                        .select(".revision .author")
                        .eachText())
                .containsExactly(bob.nickname(), bob.nickname(), ann.nickname());
        assertThat(Visitor.guest().get("/search/?q=" + word).body()).contains("The first title");
    }

    @Test
    void suggestionOfAnOlderTextIsJoined() {
        String suggestion = suggest(bob, answerPath(), Map.of("text", TEXT.replace("Third", "Bob's")));
        edit(ann, answerPath(), Map.of("text", TEXT.replace("First", "Ann's")));
        Document shown = ann.get(suggestion).page();
        assertThat(shown.select(".alert").text()).contains("Both changes are joined");
        assertThat(shown.select("del").eachText()).containsExactly("Third");
        take(ann, suggestion);
        assertThat(ann.get(answerPath() + "/edit/").page().selectFirst("#text").val())
                .isEqualTo(TEXT.replace("First", "Ann's").replace("Third", "Bob's"));
    }

    @Test
    void conflictIsShownInTheForm() {
        String suggestion = suggest(bob, questionPath(), Map.of("text", TEXT.replace("Second", "Bob's")));
        edit(ann, questionPath(), Map.of("text", TEXT.replace("Second", "Ann's")));
        Document shown = ann.get(suggestion).page();
        assertThat(shown.select("form[action$=/take]")).isEmpty();
        assertThat(shown.select(".alert").text()).contains("changed in the same place");
        Document form = ann.get(shown.select(".suggestion-acts a").attr("href")).page();
        assertThat(form.selectFirst("#text").val()).contains("Bob's paragraph");
        assertThat(form.selectFirst("#newer").val()).contains("Ann's paragraph");
        Reply taken = ann.submit(FORM, Map.of("text", TEXT.replace("Second", "Our"), "reason", "Joined"));
        assertThat(taken.page().select("[role=status]").text()).isEqualTo("Suggested edit taken");
        assertThat(Visitor.guest()
                        .get(questionPath() + "/revisions/")
                        .page()
                        .select("#revision-3 .revision-reason")
                        .text())
                .isEqualTo("Joined Suggested; taken with changes by " + ann.nickname() + ".");
        assertThat(bob.get("/moderation/edits/?of=me")
                        .page()
                        .select(".suggestion-state")
                        .text())
                .isEqualTo("Taken with changes");
    }

    @Test
    void unseenChangeOfASuggestionIsNotTaken() {
        String suggestion = suggest(bob, answerPath(), Map.of("text", "Bob's first text"));
        ann.get(suggestion);
        assertThat(bob.get(answerPath() + "/edit/").page().selectFirst("#text").val())
                .isEqualTo("Bob's first text");
        assertThat(suggest(bob, answerPath(), Map.of("text", "Bob's last text")))
                .isEqualTo(suggestion);
        Reply refused = ann.submit("form[action$=/take]", Map.of());
        assertThat(refused.page().select("[role=status]").text()).contains("Look at it again");
        assertThat(refused.page().select("ins").text()).contains("last");
        assertThat(seenByGuests().select("#answer-" + answer + " .body").text()).contains("First paragraph");
        bob.get(suggestion);
        Reply withdrawn = bob.submit("form[action$=/withdraw]", Map.of());
        assertThat(withdrawn.page().select(".suggestion-state").text()).isEqualTo("Withdrawn");
        assertThat(ann.get(suggestion).page().select("main form")).isEmpty();
        assertThat(ann.get("/moderation/edits/").page().select(".suggestion-list a"))
                .isEmpty();
    }

    @Test
    void suggestionsGoWithADeletedPost() {
        String ofQuestion = suggest(bob, questionPath(), Map.of("title", "Another title"));
        String ofAnswer = suggest(bob, answerPath(), Map.of("text", "Bob's text"));
        ann.post(answerPath() + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(ann.get(ofAnswer).status()).isEqualTo(404);
        assertThat(ann.get(ofQuestion).status()).isEqualTo(200);
        ann.post(questionPath() + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(ann.get(ofQuestion).status()).isEqualTo(404);
        assertThat(ann.get("/moderation/edits/").page().select(".suggestion-list a"))
                .isEmpty();
        assertThat(bob.get("/moderation/edits/?of=me").page().select(".suggestion-list a"))
                .isEmpty();
    }

    @Test
    void declinedWithAReasonThatTheProposerIsTold() {
        String suggestion = suggest(bob, questionPath(), Map.of("title", "A worse title"));
        Visitor chief = chief();
        assertThat(chief.get("/moderation/edits/")
                        .page()
                        .select(".suggestion-list a")
                        .eachAttr("href"))
                .contains(suggestion);
        chief.get(suggestion);
        Reply refused = chief.submit(".suggestion-decline", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#reason-error").text()).isEqualTo("Write why you decline it.");
        Reply tooLong = chief.submit(".suggestion-decline", Map.of("reason", "r".repeat(201)));
        assertThat(tooLong.page().selectFirst("#reason").val()).hasSize(201);
        chief.submit(".suggestion-decline", Map.of("reason", "The old & <b>clear</b> title stays"));
        assertThat(seenByGuests().select("h1").text()).isEqualTo("The first title");
        assertThat(bob.get(suggestion).page().select("q").text()).isEqualTo("The old & <b>clear</b> title stays");
        assertThat(ann.postOnce(suggestion + "take", Map.of("csrf-token", ann.csrfToken()))
                        .header("Location"))
                .endsWith(suggestion);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Inbox.of(bob.email())).hasSize(1));
        Inbox.Mail mail = Inbox.of(bob.email()).get(0);
        assertThat(mail.subject()).isEqualTo(chief.nickname() + " declined your suggested edit: The first title");
        assertThat(mail.text()).contains(chief.nickname(), "The old & <b>clear</b> title stays");
        assertThat(mail.html()).doesNotContain("<b>clear");
        String link = Jsoup.parse(mail.html()).select("a.button").attr("href");
        assertThat(bob.get(link).page().select(".suggestion-state").text()).isEqualTo("Declined");
    }
}
