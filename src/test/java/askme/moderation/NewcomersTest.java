package askme.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Role;
import askme.session.Rights;
import askme.settings.DefaultSettings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.web.page.FormErrors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Newcomers post a few times an hour with a few links, until somebody finds a post of theirs good. */
@QuarkusTest
class NewcomersTest {

    private static final String LINKS = "See https://a.example and www.b.example and HTTP://c.example";
    private static final String TOO_MANY_LINKS = "A post of a new member can have 2 links. Remove some.";

    @Inject
    Session hibernate;

    @Inject
    TestDatabase testDatabase;

    private Visitor newcomer;
    private long id;

    @BeforeEach
    void join() {
        newcomer = Visitor.member("limited");
        id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", newcomer.nickname());
    }

    private String refusal(String text) {
        return refusal(text, Clock.systemUTC(), false);
    }

    /** With the limits of a site whose settings nobody has changed. */
    private String refusal(String text, Clock clock, boolean comment) {
        Newcomers newcomers = new Newcomers(hibernate, DefaultSettings.make(), clock);
        FormErrors errors = FormErrors.none();
        int rating = (int) testDatabase.of("SELECT rating FROM member WHERE id = ?", id);
        Rights rights = new Rights(id, Role.MEMBER, rating);
        QuarkusTransaction.requiringNew().run(() -> {
            if (comment) {
                newcomers.checkComment(rights, text, errors);
            } else {
                newcomers.checkPost(rights, text, errors);
            }
        });
        return errors.any() ? errors.of("text") : "";
    }

    private long ask(int number) {
        return newcomer.ask("Question number " + number + " of a newcomer?", "One of several.", "limits");
    }

    @Test
    void postsAndCommentsHaveFewLinks() {
        assertThat(refusal(LINKS)).isEqualTo(TOO_MANY_LINKS);
        assertThat(refusal(LINKS, Clock.systemUTC(), true)).isEqualTo(TOO_MANY_LINKS);
        assertThat(refusal("See https://a.example and www.b.example")).isEmpty();
    }

    @Test
    void postsOfAnHourAreLimited() {
        for (int i = 1; i <= 4; i++) {
            ask(i);
        }
        assertThat(refusal("The fifth post")).isEmpty();
        long fifth = newcomer.answer(ask(5) - 1, "An answer counts too.");
        assertThat(fifth).isPositive();

        assertThat(refusal("One more")).isEqualTo("A new member can write 5 posts in an hour. Try again later.");
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        assertThat(refusal("One more", later, false)).isEmpty();
    }

    @Test
    void votedPostLiftsTheLimits() {
        long question = ask(1);
        assertThat(refusal(LINKS)).isEqualTo(TOO_MANY_LINKS);

        Visitor.member("voter").postJson("/question/" + question + "/vote", "{\"value\":1}");

        assertThat(refusal(LINKS)).isEmpty();
    }

    @Test
    void acceptedAnswerLiftsTheLimits() {
        Visitor asker = Visitor.member("limitedAsker");
        long answer = newcomer.answer(asker.ask("Who answers first?", "A newcomer does.", "limits"), "I answer.");
        assertThat(refusal(LINKS)).isEqualTo(TOO_MANY_LINKS);

        asker.postForm("/answer/" + answer + "/accept", java.util.Map.of(), asker.csrfToken());

        assertThat(testDatabase.of("SELECT accepted FROM answer WHERE id = ?", answer))
                .isOne();
        assertThat(refusal(LINKS)).isEmpty();
    }

    @Test
    void heldPostCountsAsAPostOfTheHour() {
        for (int i = 0; i < 5; i++) {
            testDatabase.change(
                    "INSERT INTO held_post (kind, author_id, body, held_at) VALUES ('answer', ?, 'Words', UTC_TIMESTAMP(6))",
                    id);
        }
        assertThat(refusal("One more")).isNotEmpty();
    }
}
