package askme.memberpage;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class MemberPageTest {

    @Test
    void pageShowsQuestionsAndAnswers() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        long question = ann.ask("Where does the day begin?", "I wonder.", "");
        long answer = bob.answer(question, "In the **east**.");

        Reply page = Visitor.guest().get("/member/" + ann.nickname() + "/");
        assertThat(page.page().select("h1").text()).isEqualTo(ann.nickname());
        assertThat(page.page().select(".question-card").eachAttr("id")).containsExactly("question-" + question);
        assertThat(page.page().select(".profile-head time").hasAttr("data-date"))
                .as("a date after \"member since\"")
                .isTrue();
        assertThat(page.body()).doesNotContain(ann.email());

        Reply answers = Visitor.guest().get("/member/" + bob.nickname() + "/?tab=answers");
        assertThat(answers.page().select(".answer-list a").eachAttr("href")).containsExactly("/answer/" + answer + "/");
        assertThat(answers.page().select(".answer-list .excerpt").text()).isEqualTo("In the east.");
        assertThat(answers.page().select("[aria-current=page]").text()).contains("Answers 1");
    }

    @Test
    void emptyListsAreSaidInBothLanguages() {
        String page = "/member/" + Visitor.member("ann").nickname() + "/";
        assertThat(Visitor.guest().get(page).page().select(".empty").text()).isEqualTo("No questions yet.");
        Reply answers = Visitor.guest().speaking("ru").get(page + "?tab=answers");
        assertThat(answers.page().select(".empty").text()).isEqualTo("Ответов пока нет.");
    }

    @Test
    void commentsLinkTheirPlaces() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        long question = ann.ask("Which comments does bob write?", "I wonder.", "");
        long answer = ann.answer(question, "Short ones.");
        for (String path : List.of("/question/" + question, "/answer/" + answer)) {
            bob.post(
                    path + "/comments", Map.of("csrf-token", bob.csrfToken(), "text", "With `code`, **not** loud <b>"));
        }
        Reply page = Visitor.guest().get("/member/" + bob.nickname() + "/?tab=comments");
        assertThat(page.page().select(".answer-list .post-content > a").eachText())
                .containsExactly("Which comments does bob write?", "Which comments does bob write?");
        assertThat(page.page().select(".answer-list .excerpt code").eachText()).containsExactly("code", "code");
        assertThat(page.page().select(".answer-list b")).isEmpty();
        assertThat(page.page().select("[aria-current=page]").text()).isEqualTo("Comments");
        String place =
                page.page().select(".answer-list .post-content > a").last().attr("href");
        assertThat(Visitor.guest()
                        .get(place)
                        .page()
                        .select("#comments, .comments")
                        .text())
                .contains("With code");
        assertThat(Visitor.guest()
                        .get("/member/" + ann.nickname() + "/?tab=comments")
                        .page()
                        .select(".empty")
                        .text())
                .isEqualTo("No comments yet.");
    }

    @Test
    void everyTabIsPagedByKey() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        String path = "/member/" + bob.nickname() + "/";
        for (int i = 0; i < 31; i++) {
            long question = bob.ask("Question number " + i + " of a long list", "I wonder.", "");
            bob.answer(question, "An answer " + i);
            bob.post(
                    "/question/" + question + "/comments",
                    Map.of("csrf-token", bob.csrfToken(), "text", "Comment " + i));
        }
        assertPaged(ann, path, ".question-card", 20, 11);
        assertPaged(ann, path + "?tab=answers", ".answer-list li", 30, 1);
        assertPaged(ann, path + "?tab=comments", ".answer-list li", 30, 1);
        assertThat(ann.get(path + "?page=2").page().select(".question-card")).hasSize(20);
        assertThat(ann.get(path + "?before=x").page().select(".question-card")).hasSize(20);
    }

    private static void assertPaged(Visitor reader, String path, String rows, int first, int second) {
        assertThat(reader.get(path).page().select(rows)).hasSize(first);
        String next = reader.last().page().select(".paginator [rel=next]").attr("href");
        assertThat(reader.get(next).page().select(rows)).hasSize(second);
        assertThat(reader.last().page().select(".paginator a").eachAttr("href")).containsExactly(path);
    }

    @Test
    void otherCaseRedirectsAndUnknownNameIs404() {
        Visitor ann = Visitor.member("ann");
        assertThat(Visitor.guest()
                        .getOnce("/member/" + ann.nickname().toUpperCase() + "/")
                        .header("Location"))
                .endsWith("/member/" + ann.nickname() + "/");
        assertThat(Visitor.guest().get("/member/nobody-of-this-name/").status()).isEqualTo(404);
    }

    @Test
    void onlyTheMemberSeesTheEditLink() {
        Visitor ann = Visitor.member("ann");
        String path = "/member/" + ann.nickname() + "/";
        assertThat(ann.get(path).page().select(".profile-head a[href=/profile/]"))
                .hasSize(1);
        assertThat(Visitor.guest().get(path).page().select(".profile-head a[href=/profile/]"))
                .isEmpty();
    }
}
