package askme.follow;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Following, muting and saving, by forms and by a script. */
@QuarkusTest
@Tag("program")
class FollowResourceTest {

    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("Who follows this question?", "Somebody may", "following");
    }

    private String page() {
        return "/question/" + question + "/";
    }

    private String follow(Visitor member, String json) {
        return member.postJson(page() + "follow", json).body();
    }

    private Document saved(Visitor member, String query) {
        return member.get("/saved/" + query).page();
    }

    @Test
    void scriptFollowsAndStops() {
        bob.get(page());
        assertThat(follow(bob, "{}")).isEqualTo("{\"following\":true,\"followers\":2}");
        assertThat(follow(bob, "{\"following\":true}")).isEqualTo("{\"following\":true,\"followers\":2}");
        assertThat(follow(bob, "{}")).isEqualTo("{\"following\":false,\"followers\":1}");
        ann.get(page());
        assertThat(follow(ann, "{}")).isEqualTo("{\"following\":false,\"followers\":0}");
    }

    @Test
    void formFollowsWithoutScripts() {
        bob.get(page());
        Reply after = bob.submit("form[action$=/follow]", Map.of("following", "true"));
        assertThat(after.url()).contains(page());
        assertThat(after.page().select("form[action$=/follow] button").attr("aria-pressed"))
                .isEqualTo("true");
        assertThat(after.page().select(".followers").text()).isEqualTo("2 followers");
        assertThat(bob.get("/following/").page().select(".row-title").eachText())
                .containsExactly("Who follows this question?");
    }

    @Test
    void ownPostFollowsUnlessTheMemberHasStopped() {
        bob.answer(question, "I do");
        assertThat(bob.get(page()).page().select("form[action$=/follow] button").attr("aria-pressed"))
                .isEqualTo("true");
        follow(bob, "{\"following\":false}");
        bob.answer(question, "Once more");
        assertThat(bob.get(page()).page().select("form[action$=/follow] button").attr("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void tagsAndMembersAreFollowedToo() {
        bob.get(page());
        assertThat(bob.postJson("/tag/following/follow", "{}").body()).startsWith("{\"following\":true");
        assertThat(bob.postJson("/member/" + ann.nickname() + "/follow", "{}").body())
                .isEqualTo("{\"following\":true,\"followers\":1}");
        assertThat(bob.get("/following/?tab=tags")
                        .page()
                        .select(".row-text .tag")
                        .text())
                .isEqualTo("following");
        assertThat(bob.get("/member/" + ann.nickname() + "/")
                        .page()
                        .select(".follow .followers")
                        .text())
                .isEqualTo("1 follower");
        assertThat(bob.get("/tag/following/").page().select(".follow button").attr("aria-pressed"))
                .isEqualTo("true");
        bob.get("/following/?tab=members");
        bob.submit(".row-list form", Map.of("following", "false"));
        Document after = bob.get("/following/?tab=members").page();
        assertThat(after.select(".row-title")).isEmpty();
        assertThat(after.select("[aria-current=page]").eachText()).contains("Members");
    }

    @Test
    void wrongTargetsAreRefused() {
        bob.get(page());
        Reply own = bob.postJson("/member/" + bob.nickname() + "/follow", "{}");
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body()).contains("follow-yourself", "You cannot follow yourself.");
        assertThat(bob.postJson("/member/nobody-at-all/follow", "{}").status()).isEqualTo(404);
        assertThat(bob.postJson("/tag/no-such-tag-here/follow", "{}").status()).isEqualTo(404);
        assertThat(bob.postJson("/question/999999999/follow", "{}").status()).isEqualTo(404);
        assertThat(bob.post(page() + "follow", Map.of("following", "maybe", "csrf", ""))
                        .status())
                .isBetween(400, 499);
        ann.get(page());
        ann.post(page() + "delete", Map.of("csrf-token", ann.csrfToken()));
        for (String act : new String[] {"follow", "mute", "save"}) {
            assertThat(bob.postJson(page() + act, "{}").status()).as(act).isEqualTo(404);
        }
        assertThat(Visitor.guest().get("/following/").url()).contains("/login");
        assertThat(Visitor.guest().get("/saved/").url()).contains("/login");
    }

    @Test
    void savedQuestionsHaveNotesAndAreFound() {
        bob.get(page());
        assertThat(bob.postJson(page() + "save", "{}").body()).isEqualTo("{\"saved\":true}");
        assertThat(saved(bob, "").select(".row-title").text()).isEqualTo("Who follows this question?");
        Reply noted = bob.submit(".note-form", Map.of("note", "read 100% later"));
        assertThat(noted.page().select(".note-form input[name=note]").val()).isEqualTo("read 100% later");
        assertThat(saved(bob, "?q=100%25%20later").select(".row-title")).hasSize(1);
        assertThat(saved(bob, "?q=FOLLOWS").select(".row-title")).hasSize(1);
        assertThat(saved(bob, "?q=100_").select(".row-title")).isEmpty();
        assertThat(saved(ann, "").select(".row-title")).isEmpty();
        bob.get("/saved/");
        Reply refused = bob.submit(".note-form", Map.of("note", "a".repeat(301)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".invalid-feedback").text()).contains("at most 300");
        assertThat(refused.page().select(".note-form input[name=note]").val()).isEqualTo("a".repeat(301));
        assertThat(bob.postJson(page() + "save", "{\"saved\":false}").body()).isEqualTo("{\"saved\":false}");
        assertThat(saved(bob, "").select(".row-title")).isEmpty();
    }

    @Test
    void guestsSeeNoNumberOfFollowers() {
        assertThat(Visitor.guest().get(page()).page().select(".follow, .bell")).isEmpty();
    }
}
