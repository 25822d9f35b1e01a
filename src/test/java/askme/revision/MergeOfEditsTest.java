package askme.revision;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two members edit one post at the same time. */
@QuarkusTest
@Tag("program")
class MergeOfEditsTest {

    private static final String FORM = "form:has(textarea[name=text])";
    private static final String TEXT = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.";

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor chief;
    private long question;
    private String edit;

    @BeforeEach
    void post() {
        ann = Visitor.member("ann");
        chief = Visitor.member("chief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        question = ann.ask("A common title", TEXT, "one, two");
        edit = "/question/" + question + "/edit/";
    }

    private String stored() {
        ann.get(edit);
        return ann.last().page().selectFirst("#text").val();
    }

    @Test
    void changesThatDoNotTouchAreJoinedAndShown() {
        ann.get(edit);
        chief.get(edit);
        chief.submit(
                FORM,
                Map.of("title", "The chief's title", "text", TEXT.replace("First", "Chief's"), "tags", "one, new"));
        Reply shown = ann.submit(
                FORM,
                Map.of("text", TEXT.replace("Third", "Ann's"), "reason", "Ann's reason", "tags", "one, two, more"));
        assertThat(shown.status()).isEqualTo(409);
        var page = shown.page();
        assertThat(page.select("#joined").text()).contains("Both changes are joined");
        String both = TEXT.replace("First", "Chief's").replace("Third", "Ann's");
        assertThat(page.selectFirst("#text").val()).isEqualTo(both);
        assertThat(page.selectFirst("#title").val()).isEqualTo("The chief's title");
        assertThat(page.selectFirst("#tags").val()).isEqualTo("one, more, new");
        assertThat(page.selectFirst("#reason").val()).isEqualTo("Ann's reason");
        assertThat(page.select(".difference del").text()).isEqualTo("First");
        assertThat(page.select("#newer")).isEmpty();
        assertThat(stored()).as("nothing is stored yet").doesNotContain("Ann's");
        ann.get(edit);
    }

    @Test
    void joinedFormCanBeSaved() {
        ann.get(edit);
        chief.get(edit);
        chief.submit(FORM, Map.of("text", TEXT.replace("First", "Chief's")));
        ann.submit(FORM, Map.of("text", TEXT.replace("Third", "Ann's")));
        Reply saved = ann.submit(FORM, Map.of());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(stored()).isEqualTo(TEXT.replace("First", "Chief's").replace("Third", "Ann's"));
    }

    @Test
    void changesThatTouchAreBothShown() {
        ann.get(edit);
        chief.get(edit);
        chief.submit(FORM, Map.of("title", "The chief's title", "text", TEXT.replace("Second", "Chief's")));
        Reply shown = ann.submit(FORM, Map.of("title", "Ann's title", "text", TEXT.replace("Second", "Ann's")));
        assertThat(shown.status()).isEqualTo(409);
        var page = shown.page();
        assertThat(page.selectFirst("#text").val()).contains("Ann's paragraph");
        assertThat(page.selectFirst("#newer").val()).contains("Chief's paragraph");
        assertThat(page.selectFirst("#title").val()).isEqualTo("Ann's title");
        assertThat(page.select("#title-error").text()).contains("The chief's title");
        assertThat(page.select("#text-error").text()).contains("changed while you were editing it");
        assertThat(page.select("#joined")).isEmpty();
    }

    @Test
    void tagsThatAreTooManyTogetherAreBothShown() {
        ann.get(edit);
        chief.get(edit);
        chief.submit(FORM, Map.of("tags", "one, two, chief"));
        Reply shown = ann.submit(FORM, Map.of("tags", "one, two, ann"));
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().selectFirst("#tags").val()).isEqualTo("one, two, ann");
        assertThat(shown.page().select("#tags-error").text()).contains("one, two, chief");
    }

    /** The chief's form was opened between two changes of Ann, which are one revision. The nearest state before is the base. */
    @Test
    void formThatWasOpenedWithinARevisionIsJoined() {
        ann.get(edit);
        ann.submit(FORM, Map.of("text", TEXT.replace("First", "Ann's")));
        chief.get(edit);
        ann.get(edit);
        ann.submit(FORM, Map.of("text", TEXT.replace("First", "Ann's").replace("Third", "Her")));
        Reply shown = chief.submit(FORM, Map.of("text", TEXT.replace("First", "Ann's") + "\n\nChief's paragraph."));
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().selectFirst("#text").val()).contains("Ann's paragraph");
    }

    @Test
    void answersAreJoinedToo() {
        long answer = ann.answer(question, TEXT);
        String form = "/answer/" + answer + "/edit/";
        ann.get(form);
        chief.get(form);
        chief.submit(FORM, Map.of("text", TEXT.replace("First", "Chief's")));
        Reply shown = ann.submit(FORM, Map.of("text", TEXT.replace("Third", "Ann's")));
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().selectFirst("#text").val())
                .isEqualTo(TEXT.replace("First", "Chief's").replace("Third", "Ann's"));
    }

    @Test
    void versionThatNobodyHasSeenIsShownWithoutABase() {
        ann.get(edit);
        String token = ann.csrfToken();
        for (String version : new String[] {"1", "garbage", "99999999999999999999", "-5"}) {
            Reply shown = ann.postOnce(
                    "/question/" + question + "/edit",
                    Map.of(
                            "csrf-token",
                            token,
                            "title",
                            "A common title",
                            "text",
                            "Other text",
                            "tags",
                            "one, two",
                            "version",
                            version));
            assertThat(shown.status()).as(version).isEqualTo(409);
            assertThat(shown.page().selectFirst("#newer").val()).isEqualTo(TEXT);
        }
    }
}
