package askme.memberpage;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
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
        assertThat(ann.get(path).page().select(".profile-head a[href$=edit/]")).hasSize(1);
        assertThat(Visitor.guest().get(path).page().select(".profile-head a[href$=edit/]"))
                .isEmpty();
    }
}
