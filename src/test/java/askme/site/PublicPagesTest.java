package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The metadata for search engines and link previews in the head of a page. */
@QuarkusTest
@Tag("program")
class PublicPagesTest {

    private static final int ONE_MORE_THAN_A_PAGE = 21;

    @ConfigProperty(name = "askme.base-url")
    String site;

    private Visitor ann;
    private String tag;
    private long question;

    @BeforeEach
    void createQuestion() {
        ann = Visitor.member("ann");
        tag = Visitor.unique("seen");
        question = ann.ask("Who \"reads\" <heads> & why?", "Those who *index*, and those who preview.", tag);
    }

    @Test
    void questionHasTitleDescriptionAndCanonicalUrl() {
        String address = site + "/question/" + question + "/";
        for (String asked : List.of("", "?page=1", "?page=nonsense", "?utm_source=mail")) {
            Document page =
                    Visitor.guest().get("/question/" + question + "/" + asked).page();
            assertThat(page.select("link[rel=canonical]").eachAttr("href")).containsExactly(address);
            assertThat(of(page, "description")).isEqualTo("Those who index, and those who preview.");
            assertThat(preview(page))
                    .isEqualTo(Map.of(
                            "og:title", "Who \"reads\" <heads> & why?",
                            "og:description", "Those who index, and those who preview.",
                            "og:type", "article",
                            "og:url", address,
                            "og:site_name", "AskMe",
                            "og:image", site + "/icon-512.png",
                            "og:locale", "en_US"));
        }
    }

    @Test
    void laterPagesAreCanonicalUpToTheLast() {
        for (int more = 1; more < ONE_MORE_THAN_A_PAGE; more++) {
            ann.ask("Question " + more, "Of the same tag.", tag);
        }
        String address = site + "/tag/" + tag + "/";
        assertThat(canonical("/tag/" + tag + "/")).isEqualTo(address);
        assertThat(canonical("/tag/" + tag + "/?page=2")).isEqualTo(address + "?page=2");
        assertThat(canonical("/tag/" + tag + "/?page=99")).isEqualTo(address + "?page=2");
    }

    @Test
    void listsHaveDescriptionsInTheReadersLanguage() {
        String member = "/member/" + ann.nickname() + "/";
        for (String path : List.of("/", "/hot/", "/tags/", "/members/", "/tag/" + tag + "/", member)) {
            Document english = Visitor.guest().get(path).page();
            Document russian = Visitor.guest().speaking("ru").get(path).page();
            assertThat(canonical(path)).isEqualTo(site + path);
            assertThat(of(english, "description")).as(path).contains("AskMe").doesNotContainPattern("[а-я]");
            assertThat(of(russian, "description")).as(path).containsPattern("[а-я]");
            assertThat(preview(russian)).containsEntry("og:locale", "ru_RU").hasSize(7);
            assertThat(english.select("meta[name=robots]")).isEmpty();
        }
        assertThat(of(Visitor.guest().get(member).page(), "description"))
                .isEqualTo(ann.nickname() + " on AskMe: 1 question, 0 answers.");
        assertThat(canonical(member + "?tab=answers")).isEqualTo(site + member + "?tab=answers");
    }

    @Test
    void formsResultsAndErrorsAreNotIndexed() {
        for (String path : List.of("/search/?q=heads", "/login/", "/signup/", "/login/forgotten/", "/nowhere/")) {
            assertHidden(Visitor.guest().get(path));
        }
        for (String path : List.of("/ask/", "/profile/", "/question/" + question + "/edit")) {
            assertHidden(ann.get(path));
        }
    }

    private static void assertHidden(Reply reply) {
        assertThat(of(reply.page(), "robots")).as(reply.url()).isEqualTo("noindex");
        assertThat(reply.page().select("link[rel=canonical], meta[property]")).isEmpty();
    }

    private static String canonical(String path) {
        return Visitor.guest().get(path).page().select("link[rel=canonical]").attr("href");
    }

    private static String of(Document page, String name) {
        return page.select("head meta[name=" + name + "]").attr("content");
    }

    private static Map<String, String> preview(Document page) {
        return page.select("head meta[property^=og:]").stream()
                .collect(java.util.stream.Collectors.toMap(m -> m.attr("property"), m -> m.attr("content")));
    }
}
