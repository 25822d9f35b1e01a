package askme.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mentions: the link, the mail, and the suggestions. */
@QuarkusTest
class MentionResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void meet() {
        ann = Visitor.member("mentionAnn");
        bob = Visitor.member("mentionBob");
        question = ann.ask("Who is mentioned here?", "Somebody", "");
    }

    private long comment(Visitor author, String text) {
        author.get("/question/" + question + "/comments/");
        return Long.parseLong(
                author.submit(".comment-form", Map.of("text", text)).url().replaceAll(".*#comment-", ""));
    }

    private Element text(long comment) {
        return Visitor.guest()
                .get("/question/" + question + "/")
                .page()
                .selectFirst("#comment-" + comment + " .comment-text");
    }

    private void rename(Visitor member, String nickname) {
        member.get("/profile/edit/");
        member.submit("form:has([name=nickname])", Map.of("nickname", nickname));
    }

    private static void receives(Visitor member, int mails) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Inbox.of(member.email())).hasSize(mails));
    }

    @Test
    void knownNicknameIsALink() {
        long id =
                comment(ann, "@" + bob.nickname().toUpperCase() + " and @nobody-at-all, see `@" + bob.nickname() + "`");
        assertThat(text(id).select("a").eachAttr("href")).containsExactly("/member/" + bob.nickname() + "/");
        assertThat(text(id).text()).isEqualTo("@" + bob.nickname() + " and @nobody-at-all, see @" + bob.nickname());
    }

    @Test
    void mentionFollowsItsMemberThroughARename() {
        long id = comment(ann, "Ask @" + bob.nickname() + " again");
        String old = bob.nickname();
        String renamed = Visitor.unique("mentionRobert");
        rename(bob, renamed);
        Visitor other = Visitor.guest().signUp(Visitor.unique("other"));
        rename(other, old);
        assertThat(text(id).select("a").attr("href")).isEqualTo("/member/" + renamed + "/");
        assertThat(text(id).text()).isEqualTo("Ask @" + renamed + " again");
        ann.get("/comment/" + id + "/edit/");
        ann.submit("form.wide-form", Map.of("text", "Please ask @" + old + " once more"));
        assertThat(text(id).select("a").attr("href")).isEqualTo("/member/" + renamed + "/");
        assertThat(testDatabase.of("SELECT COUNT(*) FROM comment_mention WHERE comment_id = ?", id))
                .isOne();
    }

    @Test
    void mentionedMemberReceivesOneMail() {
        long id = comment(ann, "@" + bob.nickname() + ", what is `<b>` & why?");
        receives(bob, 1);
        Inbox.Mail mail = Inbox.of(bob.email()).get(0);
        assertThat(mail.subject()).isEqualTo(ann.nickname() + " mentioned you in a comment: Who is mentioned here?");
        assertThat(mail.text()).contains("Hello " + bob.nickname(), ann.nickname(), "what is `<b>` & why?");
        assertThat(mail.header("References")).isEqualTo("<question." + question + "@localhost>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String link = Jsoup.parse(mail.html()).select("a.button").attr("href");
        assertThat(Visitor.guest().get(link).url()).endsWith("#comment-" + id);

        ann.get("/comment/" + id + "/edit/");
        ann.submit("form.wide-form", Map.of("text", "Nobody is mentioned"));
        ann.get("/comment/" + id + "/edit/");
        ann.submit("form.wide-form", Map.of("text", "@" + bob.nickname() + " after all"));
        assertThat(text(id).select("a")).hasSize(1);
        comment(ann, "@" + ann.nickname() + " writes to herself");
        tenMinutesPass(bob);
        comment(ann, "A second one for @" + bob.nickname());
        receives(bob, 2);
        assertThat(Inbox.of(ann.email())).isEmpty();
    }

    /** Mails about one question are gathered for ten minutes after the first. */
    private void tenMinutesPass(Visitor member) {
        await().atMost(SOON)
                .until(() -> testDatabase.change(
                                "UPDATE mail_question SET mailed_at = mailed_at - INTERVAL 10 MINUTE WHERE member_id ="
                                        + " (SELECT id FROM member WHERE nickname = ?)",
                                member.nickname())
                        == 1);
    }

    @Test
    void nobodyIsMailedAfterUnsubscribing() {
        testDatabase.change("UPDATE member SET mail_answers = 0 WHERE nickname = ?", bob.nickname());
        Visitor carl = Visitor.member("mentionCarl");
        comment(ann, "@" + bob.nickname() + " and @" + carl.nickname());
        receives(carl, 1);
        await().atMost(SOON)
                .until(() -> testDatabase.of("SELECT COUNT(*) FROM outbox WHERE handler = ?", "gather-mail") == 0);
        assertThat(Inbox.of(bob.email())).isEmpty();
    }

    @Test
    void onlyFiveMembersAreMentionedInOneComment() {
        List<Visitor> many = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            many.add(Visitor.member("mn" + i));
            text.append('@').append(many.get(i).nickname()).append(' ');
        }
        long id = comment(ann, text.toString());
        assertThat(text(id).select("a")).hasSize(CommentMentions.MOST);
        ann.get("/comment/" + id + "/edit/");
        ann.submit("form.wide-form", Map.of("text", "@" + many.get(6).nickname() + " too"));
        assertThat(text(id).select("a")).isEmpty();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM comment_mention WHERE comment_id = ?", id))
                .isEqualTo(CommentMentions.MOST);
    }

    @Test
    void peopleOnThePageAreSuggestedFirst() throws IOException {
        String prefix = Visitor.unique("sug");
        Visitor stranger = Visitor.guest().signUp(prefix + "-a");
        Visitor answerer = Visitor.guest().signUp(prefix + "-b");
        Visitor commenter = Visitor.guest().signUp(prefix + "-c");
        answerer.answer(question, "An answer");
        comment(commenter, "A comment");
        assertThat(suggested(ann, prefix.toUpperCase(), question))
                .containsExactly(answerer.nickname(), commenter.nickname(), stranger.nickname());
        assertThat(suggested(Visitor.guest(), "@" + prefix, 0))
                .containsExactly(stranger.nickname(), answerer.nickname(), commenter.nickname());
        assertThat(suggested(answerer, "", question)).containsExactlyInAnyOrder(ann.nickname(), commenter.nickname());
        assertThat(suggested(ann, "", 0)).isEmpty();
        JsonNode first = JSON.readTree(
                        ann.get("/members/suggestions?q=" + prefix).body())
                .get(0);
        assertThat(first).hasSize(2);
        assertThat(first.get("avatar").textValue()).isEqualTo("/avatar/default/" + stranger.nickname() + ".svg");
    }

    private static List<String> suggested(Visitor reader, String q, long question) throws IOException {
        String path = "/members/suggestions?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8)
                + "&question=" + question;
        List<String> names = new ArrayList<>();
        JSON.readTree(reader.get(path).body())
                .forEach(found -> names.add(found.get("nickname").textValue()));
        return names;
    }

    @Test
    void hostileSearchesFindNothing() {
        for (String q : List.of("%25", "_", "!", "%00", "%F0%9F%98%80", "x".repeat(5000), "';--", "%5C")) {
            var reply = Visitor.guest().get("/members/suggestions?question=x'1&q=" + q);
            assertThat(reply.status()).as(q).isIn(200, 400, 404, 414, 431);
            assertThat(reply.body()).as(q).doesNotContain("nickname");
        }
        assertThat(Visitor.guest().get("/members/suggestions").body()).isEqualTo("[]");
    }

    @Test
    void structuredDataHasTheNicknameAsText() {
        comment(ann, "Ask @" + bob.nickname());
        String json = Visitor.guest()
                .get("/question/" + question + "/")
                .page()
                .select("script[type=application/ld+json]")
                .html();
        assertThat(json).contains("Ask @" + bob.nickname());
    }
}
