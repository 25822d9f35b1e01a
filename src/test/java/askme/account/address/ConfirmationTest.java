package askme.account.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a site that requires it, nothing of a new member is posted or mailed before the address is confirmed. */
@QuarkusTest
@Tag("one-process") // replaces a bean of the process that answers
class ConfirmationTest {

    private static final String COMMENT = "A comment that waits";

    @Inject
    AddressLinks links;

    @Inject
    Clock clock;

    @Inject
    TestDatabase database;

    private Visitor bob;
    private long question;

    @BeforeEach
    void require() {
        bob = Visitor.member("bob");
        question = bob.ask("Who may answer this?", "Members with an address.", "");
        QuarkusMock.installMockForType(new Addresses(links, true, clock), Addresses.class);
    }

    @AfterEach
    void requireNothing() {
        QuarkusMock.installMockForType(new Addresses(links, false, clock), Addresses.class);
    }

    @Test
    void postsAreKeptAndPostedInOrderByTheLink() {
        Visitor ann = Visitor.member("ann");
        assertThat(ann.last().page().select(".account-banner").text()).contains("Confirm your e-mail address");
        ann.get("/ask/");
        Reply kept = ann.submit(
                "main form:has([name=title])", Map.of("title", "Is this asked later?", "text", "I hope so."));
        assertThat(kept.url()).endsWith("/profile/waiting/");
        assertThat(kept.page().select("main").text()).contains("Is this asked later?", "I hope so.");
        ann.get("/question/" + question + "/");
        ann.submit("#your-answer form", Map.of("text", "An answer that waits"));
        ann.post("/question/" + question + "/comments", Map.of("text", COMMENT, "csrf-token", ann.csrfToken()));
        Reply twice = ann.postForm("/question/" + question + "/comments", Map.of("text", COMMENT), ann.csrfToken());
        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.body()).contains("comment-waiting");
        Reply vote = ann.postJson("/question/" + question + "/vote", "{\"value\":1}");
        assertThat(vote.status()).isEqualTo(403);
        assertThat(vote.body()).contains("unconfirmed", "Confirm your e-mail address first");
        assertThat(posts(ann)).isEmpty();

        String path = link(ann.email(), "Confirm your address", 1);
        Visitor elsewhere = Visitor.guest();
        Reply page = elsewhere.get(path);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.page().select("main").text()).contains(ann.nickname(), "3 texts");
        assertThat(posts(ann)).as("opening the link changes nothing").isEmpty();
        List<Integer> statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> elsewhereAgain(path))
                .toList();
        assertThat(statuses).contains(200);
        assertThat(posts(ann)).containsExactly("answer", "comment", "question");
        assertThat(times(ann)).as("in the order in which they were sent").isSorted();
        assertThat(elsewhere.get(path).status()).as("works once").isEqualTo(404);
        assertThat(elsewhere.last().page().select("h1").text()).isEqualTo("This link does not work");
        assertThat(ann.postJson("/question/" + question + "/vote", "{\"value\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(ann.get("/profile/account/").page().select(".address-state").text())
                .contains(ann.email(), "Confirmed");
    }

    private static int elsewhereAgain(String path) {
        Visitor visitor = Visitor.guest();
        visitor.get(path);
        return visitor.last().page().select("main form").isEmpty()
                ? visitor.last().status()
                : visitor.submit("main form", Map.of()).status();
    }

    @Test
    void refusedPostStaysWithTheReason() {
        Visitor ann = Visitor.member("ann");
        ann.get("/question/" + question + "/");
        ann.submit("#your-answer form", Map.of("text", "An answer that is too late"));
        bob.get("/question/" + question + "/edit/");
        bob.submit("form.danger", Map.of());
        Reply done = use(ann, link(ann.email(), "Confirm your address", 1));
        assertThat(done.url()).endsWith("/profile/waiting/");
        assertThat(done.page().select(".waiting-post").text())
                .contains("An answer that is too late", "Not posted", "no longer there");
        done = ann.submit(".waiting-post form", Map.of());
        assertThat(done.page().select(".waiting-post")).isEmpty();
    }

    @Test
    void onlyLinksAndPasswordResetsGoToAnUnconfirmedAddress() {
        Visitor ann = Visitor.member("ann");
        long id = idOf(ann);
        long own = bob.ask("Is this question handed over?", "To somebody without a confirmed address.", "");
        database.change("UPDATE question SET author_id = ? WHERE id = ?", id, own);
        bob.answer(own, "Yes, and the answer is told to nobody.");
        Visitor carl = Visitor.member("carl");
        Visitor guest = Visitor.guest();
        guest.get("/login/forgotten/");
        guest.submit("main form", Map.of("login", ann.nickname()));
        String path = link(ann.email(), "Reset your", 1);
        assertThat(Inbox.of(ann.email())).extracting(Inbox.Mail::subject).noneMatch(s -> s.contains("New answer"));
        guest.get(path);
        guest.submit(
                "main form", Map.of("password", "staple battery correct", "passwordAgain", "staple battery correct"));
        assertThat(database.of("SELECT must_confirm + 0 FROM member WHERE id = ?", id))
                .as("a password reset confirms the address")
                .isZero();
        assertThat(database.of("SELECT must_confirm + 0 FROM member WHERE id = ?", idOf(carl)))
                .isOne();
    }

    @Test
    void linkIsSentAgainAFewTimesAndReplacesTheOneBefore() {
        Visitor ann = Visitor.member("ann");
        String first = link(ann.email(), "Confirm your address", 1);
        sendAgain(ann);
        String second = link(ann.email(), "Confirm your address", 2);
        assertThat(Visitor.guest().get(first).status()).isEqualTo(404);
        assertThat(Visitor.guest().get(second).status()).isEqualTo(200);
        sendAgain(ann);
        assertThat(sendAgain(ann).page().select("[role=status]").text()).contains("Wait an hour");
    }

    private static Reply sendAgain(Visitor visitor) {
        visitor.get("/profile/account/");
        return visitor.submit("main form[action$=confirmation]", Map.of());
    }

    @Test
    void changedAddressIsConfirmedAndCanBeTakenBack() {
        Visitor ann = confirmed();
        String next = "next-" + ann.email();
        change(ann, next);
        assertThat(ann.last().page().select("[role=status]").text()).contains("We sent a link to " + next);
        assertThat(emailOf(ann)).as("the address stays until then").isEqualTo(ann.email());
        String confirm = link(next, "Confirm your new address", 1);
        assertThat(use(ann, confirm).page().select("[role=status]").text()).contains("Your address is confirmed");
        assertThat(emailOf(ann)).isEqualTo(next);

        String undo = link(ann.email(), "was changed", 1);
        String thief = "thief-" + ann.email();
        change(ann, thief);
        use(ann, link(thief, "Confirm your new address", 1));
        String undoOfNext = link(next, "was changed", 1);
        Visitor guest = Visitor.guest();
        guest.get("/login/forgotten/");
        guest.submit("main form", Map.of("login", thief));
        String resetOfThief = link(thief, "Reset your", 1);

        Visitor owner = Visitor.guest();
        Reply back = use(owner, undo);
        assertThat(back.url()).as("sets a new password").contains("/login/reset/");
        assertThat(emailOf(ann)).isEqualTo(ann.email());
        assertThat(ann.get("/profile/").url()).as("all sessions ended").contains("/login/");
        assertThat(Visitor.guest().get(resetOfThief).url()).endsWith("/login/forgotten/");
        assertThat(Visitor.guest().get(undoOfNext).status())
                .as("a later link takes nothing back")
                .isEqualTo(404);
        assertThat(use(owner, undo).status()).as("works once").isEqualTo(404);
    }

    @Test
    void addressTakenWhileTheLinkWaitsIsRefused() {
        Visitor ann = confirmed();
        String wanted = "wanted-" + ann.email();
        change(ann, wanted);
        String path = link(wanted, "Confirm your new address", 1);
        database.change("UPDATE member SET email = ? WHERE id = ?", wanted, idOf(Visitor.member("faster")));
        Reply refused = use(ann, path);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("already");
        assertThat(emailOf(ann)).isEqualTo(ann.email());
    }

    private Visitor confirmed() {
        Visitor ann = Visitor.member("ann");
        use(ann, link(ann.email(), "Confirm your address", 1));
        return ann;
    }

    private static void change(Visitor visitor, String email) {
        visitor.get("/profile/account/");
        visitor.submit("form:has([name=email])", Map.of("email", email, "presentPassword", Visitor.PASSWORD));
    }

    private static Reply use(Visitor visitor, String path) {
        visitor.get(path);
        return visitor.last().page().select("main form").isEmpty()
                ? visitor.last()
                : visitor.submit("main form", Map.of());
    }

    /** The path of the link in the newest mail with this subject, of {@code number} mails. */
    private static String link(String email, String subject, int number) {
        List<Inbox.Mail> mails = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Inbox.of(email).stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        found -> found.size() == number);
        String text = mails.get(0)
                .text()
                .lines()
                .filter(line -> line.contains("/confirm/") || line.contains("/login/reset/"))
                .findFirst()
                .orElseThrow();
        return URI.create(text.substring(text.indexOf("http"))).getPath();
    }

    private long idOf(Visitor visitor) {
        return database.of("SELECT id FROM member WHERE nickname = ?", visitor.nickname());
    }

    private String emailOf(Visitor visitor) {
        return database.texts("SELECT email FROM member WHERE nickname = '" + visitor.nickname() + "'")
                .get(0);
    }

    private List<String> posts(Visitor visitor) {
        return database.texts("SELECT kind FROM (" + of(visitor) + ") posts ORDER BY kind");
    }

    private List<String> times(Visitor visitor) {
        return database.texts(
                "SELECT at FROM (" + of(visitor) + ") posts ORDER BY FIELD(kind, 'question', 'answer', 'comment')");
    }

    private String of(Visitor visitor) {
        long id = idOf(visitor);
        return "SELECT 'question' AS kind, CAST(asked_at AS CHAR) AS at FROM question WHERE author_id = " + id
                + " UNION ALL SELECT 'answer', CAST(answered_at AS CHAR) FROM answer WHERE author_id = " + id
                + " UNION ALL SELECT 'comment', CAST(posted_at AS CHAR) FROM comment WHERE author_id = " + id;
    }
}
