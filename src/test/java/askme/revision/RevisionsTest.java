package askme.revision;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The revisions of questions and answers by forms: their list, their differences, restoring one. */
@QuarkusTest
@Tag("program")
class RevisionsTest {

    private static final String FORM = "form:has(textarea[name=text])";

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private Visitor chief;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        chief = Visitor.member("chief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        question = ann.ask("The first title", "The quick fox", "first");
        answer = bob.answer(question, "The first answer");
    }

    private String questionPath() {
        return "/question/" + question;
    }

    private String answerPath() {
        return "/answer/" + answer;
    }

    private Reply edit(Visitor editor, String path, Map<String, String> typed) {
        editor.get(path + "/edit/");
        return editor.submit(FORM, typed);
    }

    private static Document revisions(String path, String query) {
        return Visitor.guest().get(path + "/revisions/" + query).page();
    }

    /** As if the last revision had begun {@code minutes} ago. */
    private void age(String table, String column, long post, int minutes) {
        testDatabase.change(
                "UPDATE " + table + " SET begun_at = begun_at - INTERVAL " + minutes + " MINUTE WHERE " + column
                        + " = ?",
                post);
    }

    @Test
    void firstChangeStoresTheStateBeforeToo() {
        edit(
                ann,
                questionPath(),
                Map.of(
                        "title",
                        "The second title",
                        "text",
                        "The slow fox",
                        "tags",
                        "second",
                        "reason",
                        "It was <b>slow</b>"));
        Document page = revisions(questionPath(), "");
        assertThat(page.select(".revision").eachAttr("id")).containsExactly("revision-2", "revision-1");
        assertThat(page.select("#revision-2 .author").text()).isEqualTo(ann.nickname());
        assertThat(page.select("#revision-2 .revision-reason").text()).isEqualTo("It was <b>slow</b>");
        assertThat(page.select("#revision-2 del").eachText()).containsExactly("first", "first", "quick");
        assertThat(page.select("#revision-2 ins").eachText()).containsExactly("second", "second", "slow");
        assertThat(page.selectFirst("#revision-1 .difference").wholeText()).isEqualTo("The quick fox");
        assertThat(page.select("form[action*=restore]")).isEmpty();
    }

    @Test
    void editorIsNamedOnThePostWithALinkToTheRevisions() {
        assertThat(Visitor.guest().get(questionPath() + "/").page().select("a.edited"))
                .isEmpty();
        edit(chief, questionPath(), Map.of("title", "The second title"));
        edit(chief, answerPath(), Map.of("text", "The second answer"));
        Document page = Visitor.guest().get(questionPath() + "/").page();
        var ofQuestion = page.selectFirst("#question-" + question + " a.edited");
        assertThat(ofQuestion.text()).startsWith("edited by " + chief.nickname() + " ");
        assertThat(ofQuestion.attr("href")).isEqualTo(questionPath() + "/revisions/");
        var ofAnswer = page.selectFirst("#answer-" + answer + " a.edited");
        assertThat(ofAnswer.text()).startsWith("edited by " + chief.nickname() + " ");
        assertThat(ofAnswer.attr("href")).isEqualTo(answerPath() + "/revisions/");
        assertThat(revisions(answerPath(), "").select("#revision-2 .author").text())
                .isEqualTo(chief.nickname());
    }

    @Test
    void changesWithinFiveMinutesJoinButNeverAcrossSomebodyElse() {
        edit(bob, answerPath(), Map.of("text", "Second", "reason", "because"));
        edit(bob, answerPath(), Map.of("text", "Third"));
        assertThat(revisions(answerPath(), "").select(".revision")).hasSize(2);
        assertThat(revisions(answerPath(), "").select("#revision-2").text()).contains("Third", "because");
        edit(chief, answerPath(), Map.of("text", "Fourth"));
        edit(bob, answerPath(), Map.of("text", "Fifth"));
        assertThat(revisions(answerPath(), "").select(".revision .author").eachText())
                .containsExactly(bob.nickname(), chief.nickname(), bob.nickname(), bob.nickname());
        age("answer_revision", "answer_id", answer, 5);
        edit(bob, answerPath(), Map.of("text", "Sixth"));
        assertThat(revisions(answerPath(), "").select(".revision")).hasSize(5);
    }

    @Test
    void changesThatNeverPauseStillMakeRevisions() {
        edit(ann, questionPath(), Map.of("text", "Second"));
        age("question_revision", "question_id", question, 4);
        edit(ann, questionPath(), Map.of("text", "Third"));
        age("question_revision", "question_id", question, 4);
        edit(ann, questionPath(), Map.of("text", "Fourth"));
        assertThat(revisions(questionPath(), "").select(".revision")).hasSize(3);
    }

    @Test
    void restoringMakesANewRevision() {
        edit(ann, questionPath(), Map.of("title", "Second", "text", "Second", "tags", "second"));
        ann.get(questionPath() + "/revisions/");
        Reply restored = ann.submit("#revision-1 form", Map.of());
        assertThat(restored.page().select("[role=status]").text()).isEqualTo("Revision 1 restored");
        assertThat(restored.page().select("h1").text()).isEqualTo("The first title");
        assertThat(restored.page().select(".question .body").text()).isEqualTo("The quick fox");
        assertThat(restored.page().select(".tags a").eachText()).containsExactly("first");
        edit(ann, questionPath(), Map.of("text", "Third"));
        Document page = revisions(questionPath(), "");
        assertThat(page.select(".revision").eachAttr("id"))
                .containsExactly("revision-4", "revision-3", "revision-2", "revision-1");
        assertThat(page.select("#revision-3").text()).contains("Restored revision 1");
    }

    @Test
    void onlyAuthorAndModeratorsRestore() {
        edit(bob, answerPath(), Map.of("text", "Second"));
        String path = answerPath() + "/revisions/1/restore";
        String version = Long.toString(testDatabase.of("SELECT revision FROM answer WHERE id = ?", answer));
        assertThat(version).isEqualTo("2");
        assertThat(ann.get(answerPath() + "/revisions/").page().select("form[action*=restore]"))
                .isEmpty();
        assertThat(ann.postOnce(path, Map.of("csrf-token", ann.csrfToken())).status())
                .isEqualTo(403);
        assertThat(Visitor.guest().postOnce(path, Map.of()).status()).isIn(303, 403);
        chief.get(answerPath() + "/revisions/");
        chief.submit("#revision-1 form", Map.of());
        assertThat(Visitor.guest()
                        .get(questionPath() + "/")
                        .page()
                        .select("#answer-" + answer + " .body")
                        .text())
                .isEqualTo("The first answer");
        for (String number : List.of("0", "99", "-1", "x", "99999999999")) {
            assertThat(chief.postOnce(
                                    answerPath() + "/revisions/" + number + "/restore",
                                    Map.of("csrf-token", chief.csrfToken()))
                            .status())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    @Test
    void restoringDoesNotOverwriteAnUnseenChange() {
        edit(bob, answerPath(), Map.of("text", "Second"));
        bob.get(answerPath() + "/revisions/");
        edit(chief, answerPath(), Map.of("text", "Third"));
        Reply refused = bob.submit("#revision-1 form", Map.of());
        assertThat(refused.url()).endsWith("/revisions/");
        assertThat(refused.page().select("[role=status]").text()).contains("Look at the new revision first");
        assertThat(refused.page().select("#revision-3 ins").text()).isEqualTo("Third");
    }

    @Test
    void differencesAreShownInFourViews() {
        edit(bob, answerPath(), Map.of("text", "The **second** answer\n\n<script>alert(1)</script>"));
        for (String query : List.of(
                "?view=inline&of=source",
                "?view=side&of=source",
                "?view=inline&of=rendered",
                "?view=side&of=rendered")) {
            Document page = revisions(answerPath(), query);
            assertThat(page.select("#revision-2 .removed").text()).as(query).contains("first");
            assertThat(page.select("#revision-2 .added").text()).as(query).contains("second", "<script>alert(1)");
            assertThat(page.select("#revision-2 .side").isEmpty()).as(query).isEqualTo(query.contains("inline"));
            assertThat(page.select("#revision-2 .markdown strong").isEmpty())
                    .as(query)
                    .isEqualTo(query.contains("source"));
            assertThat(page.select(".revision script")).as(query).isEmpty();
        }
    }

    @Test
    void listIsPagedByNumberAndInvalidAddressesWork() {
        edit(bob, answerPath(), Map.of("text", "Changed"));
        for (int number = 3; number <= 14; number++) {
            age("answer_revision", "answer_id", answer, 6);
            edit(bob, answerPath(), Map.of("text", "Changed " + number));
        }
        Document first = revisions(answerPath(), "");
        assertThat(first.select(".revision")).hasSize(10);
        assertThat(first.select("#revision-5 ins").text()).isEqualTo("5");
        Document second = Visitor.guest()
                .get(first.selectFirst("a[rel~=next]").attr("href"))
                .page();
        assertThat(second.select(".revision").eachAttr("id"))
                .containsExactly("revision-4", "revision-3", "revision-2", "revision-1");
        assertThat(second.select("a[rel~=next]")).isEmpty();
        for (String query :
                List.of("?before=x", "?before=-1", "?before=99999999999", "?view=%00&of=%00", "?before=0")) {
            assertThat(Visitor.guest().get(answerPath() + "/revisions/" + query).status())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(Visitor.guest().get("/question/999999999/revisions/").status())
                .isEqualTo(404);
        assertThat(Visitor.guest().get("/answer/x/revisions/").status()).isEqualTo(404);
    }

    @Test
    void pageComparesOnlySoManyLongTexts() {
        for (int number = 2; number <= 6; number++) {
            edit(bob, answerPath(), Map.of("text", ("word" + number + " ").repeat(2_800)));
            age("answer_revision", "answer_id", answer, 6);
        }
        Document page = revisions(answerPath(), "");
        assertThat(page.select(".revision")).hasSize(6);
        assertThat(page.select(".revision .difference")).hasSize(4);
        String more = page.selectFirst("#revision-2 a[href*=before]").attr("href");
        assertThat(Visitor.guest().get(more).page().select("#revision-2 .difference"))
                .hasSize(1);
    }

    @Test
    void tooLongReasonIsRefusedBesideItsField() {
        Map<String, String> typed = new HashMap<>(Map.of("text", "Kept text", "reason", "r".repeat(201)));
        Reply refused = edit(bob, answerPath(), typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#reason-error").text()).contains("200");
        assertThat(refused.page().selectFirst("#text").val()).isEqualTo("Kept text");
        typed.put("title", "A title");
        assertThat(edit(ann, questionPath(), typed).status()).isEqualTo(422);
        typed.put("reason", "😀".repeat(200));
        assertThat(edit(ann, questionPath(), typed).status()).isEqualTo(200);
    }

    @Test
    void revisionsGoWithTheirPost() {
        edit(bob, answerPath(), Map.of("text", "Second"));
        bob.get(answerPath() + "/edit/");
        bob.submit("form[action$=/delete]", Map.of());
        assertThat(Visitor.guest().get(answerPath() + "/revisions/").status()).isEqualTo(404);
        assertThat(testDatabase.of("SELECT COUNT(*) FROM answer_revision WHERE answer_id = ?", answer))
                .isEqualTo(2);
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", ann.nickname());
        Visitor chief = Visitor.guest().signIn(ann.nickname());
        chief.post(answerPath() + "/purge", Map.of("csrf-token", chief.csrfToken()));
        assertThat(testDatabase.of("SELECT COUNT(*) FROM answer_revision WHERE answer_id = ?", answer))
                .isZero();
    }

    /** A process of the version before writes no revision. Its change is stored when the next one is. */
    @Test
    void changeOfAnOlderVersionOfTheSiteIsKept() {
        edit(bob, answerPath(), Map.of("text", "Second"));
        testDatabase.change(
                "UPDATE answer SET body = 'Without revision', edited_at = edited_at + INTERVAL 1 SECOND WHERE id = ?",
                answer);
        edit(bob, answerPath(), Map.of("text", "Last"));
        Document page = revisions(answerPath(), "");
        assertThat(page.select(".revision")).hasSize(4);
        assertThat(page.select("#revision-3").text()).contains("Without revision");
    }
}
