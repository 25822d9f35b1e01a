package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Atom feeds of members and of searches, and the rules of Atom for every feed. */
@QuarkusTest
@Tag("program")
class FeedsOfMembersAndSearchesTest {

    private static Document feed(String path) {
        Reply reply = Visitor.guest().get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        assertThat(AtomRules.faults(reply.body())).as(path).isEmpty();
        return Jsoup.parse(reply.body(), "", Parser.xmlParser());
    }

    private static String feedOf(String page) {
        return Visitor.guest()
                .get(page)
                .page()
                .select("head link[rel=alternate][type='application/atom+xml']")
                .attr("href");
    }

    @Test
    void membersAndSearchesHaveFeedsWithWholeTexts() {
        String word = Visitor.unique("zebu");
        Visitor ann = Visitor.member("atomAnn");
        Visitor bob = Visitor.member("atomBob");
        long question = ann.ask("Which feed mentions " + word + "?", "The *whole* text about " + word + ".", word);
        long answer = bob.answer(question, "An answer with `code` in it.");

        String asked = feedOf("/member/" + ann.nickname() + "/");
        assertThat(asked).isEqualTo("/member/" + ann.nickname() + "/feed.atom");
        assertThat(feed(asked).select("entry > content").eachText())
                .singleElement()
                .asString()
                .contains("<em>whole</em>");
        String answered = feedOf("/member/" + bob.nickname() + "/?tab=answers");
        Document answers = feed(answered);
        assertThat(answers.select("entry > id").text()).endsWith("/answer/" + answer + "/");
        assertThat(answers.select("entry > content").text()).contains("<code>code</code>");
        assertThat(Visitor.guest().get("/member/nobody-here/feed.atom").status())
                .isEqualTo(404);

        String found = feedOf("/search/?q=" + word);
        assertThat(found).isEqualTo("/search/feed.atom?q=" + word);
        await().until(() -> !feed(found).select("entry").isEmpty());
        assertThat(feed(found).select("entry > content").text()).contains("<em>whole</em>");
        assertThat(Visitor.guest().get("/search/feed.atom").status()).isEqualTo(404);

        bob.post("/answer/" + answer + "/delete", Map.of("csrf-token", bob.csrfToken()));
        assertThat(feed(answered).select("entry")).isEmpty();
        ann.post("/question/" + question + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(feed(asked).select("entry")).isEmpty();
        assertThat(feed(found).select("entry")).isEmpty();
    }

    @Test
    void everyFeedIsValid() {
        Visitor eve = Visitor.member("atomEve");
        long question = eve.ask("Is <this> & that valid?", "Text with <b>HTML</b> & ]]> signs.", "feeds");
        eve.postForm("/question/" + question + "/comments", Map.of("text", "A comment & its < signs"), eve.csrfToken());
        for (String path : List.of(
                "/feed.atom",
                "/active/feed.atom",
                "/unanswered/feed.atom",
                "/hot/feed.atom",
                "/tag/feeds/feed.atom",
                "/question/" + question + "/feed.atom",
                "/search/feed.atom?q=nothing+has+this%22%3C%26+word")) {
            feed(path);
        }
    }
}
