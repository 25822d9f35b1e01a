package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit log holds each security event with ids and a digest, and no personal data. */
@QuarkusTest
@Tag("one-process") // reads the log of the process that answers
class AuditTest {

    private static final Logger LOG = Logger.getLogger("askme.audit");
    private static final String PROFILE = "form:has([name=nickname])";

    @Inject
    TestDatabase testDatabase;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(
                    line instanceof org.jboss.logmanager.ExtLogRecord ext
                            ? ext.getFormattedMessage()
                            : formatter.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    @Test
    void accountEventsHoldNoPersonalData() {
        Visitor ann = Visitor.member("audit");
        Visitor.guest().signIn(ann.nickname());
        Visitor guesser = Visitor.guest();
        guesser.get("/login/");
        guesser.submit("form:has([name=password])", Map.of("login", ann.nickname(), "password", "guessed wrongly"));
        guesser.submit("form:has([name=password])", Map.of("login", "nobody@example.org", "password", "guessed"));
        ann.get("/profile/account/");
        ann.submit(
                "form:has([name=email])", Map.of("email", "new-" + ann.email(), "presentPassword", Visitor.PASSWORD));
        ann.get("/profile/account/");
        ann.submit(
                "form:has([name=currentPassword])",
                Map.of(
                        "currentPassword",
                        Visitor.PASSWORD,
                        "password",
                        "another horse battery",
                        "passwordAgain",
                        "another horse battery"));
        ann.get("/");
        ann.submit("form[action$=logout/]", Map.of());

        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        assertThat(ofMember(id))
                .containsExactly(
                        "sign-up",
                        "sign-in",
                        "sign-in-failed",
                        "password-confirmed",
                        "email-changed",
                        "password-confirmed",
                        "password-changed",
                        "sign-out");
        assertThat(ofMember(0)).contains("sign-in-failed");
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .matches("event=[a-z-]+ member=\\d+ from=\\S{12}")
                .doesNotContainIgnoringCase(ann.nickname())
                .doesNotContain("127.0.0.1", "@", "guessed"));
    }

    @Test
    void signOutEverywhereIsLogged() {
        Visitor ann = Visitor.member("audit");
        ann.get("/profile/security/");
        ann.submit("form[action$=end-all]", Map.of());
        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        assertThat(ofMember(id)).containsExactly("sign-up", "sign-out-everywhere");
    }

    @Test
    void renameSessionEndAndRefusedFormAreLogged() {
        Visitor ann = Visitor.member("audit");
        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        Visitor.guest().signIn(ann.nickname());
        ann.get("/profile/security/");
        ann.submit("form[action$='sessions/end']", Map.of());
        ann.get("/profile/edit/");
        ann.submit(PROFILE, Map.of("nickname", Visitor.unique("renamed")));
        assertThat(ann.postOnce("/profile/edit/", Map.of()).status()).isEqualTo(403);

        assertThat(ofMember(id)).containsExactly("sign-up", "sign-in", "session-ended", "nickname-changed");
        assertThat(ofMember(0)).contains("form-refused");
    }

    @Test
    void adminActionOnQueuesIsLogged() {
        Visitor chief = Visitor.member("auditChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        long by = testDatabase.of("SELECT id FROM member WHERE nickname = ?", chief.nickname());
        chief.get("/admin/jobs/");
        chief.submit("form[action$=test-mail]", Map.of("address", "somebody@example.org"));

        assertThat(lines).anyMatch(line -> line.startsWith("event=test-mail-sent member=0 by=" + by + " from="));
    }

    @Test
    void suspensionIsLoggedWithTheAdmin() {
        Visitor ann = Visitor.member("audit");
        Visitor chief = Visitor.member("auditChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        chief.get("/member/" + ann.nickname() + "/suspend");
        chief.submit("form.wide-form", Map.of("reason", "Noise"));
        Visitor.guest().signIn(ann.nickname());
        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        long by = testDatabase.of("SELECT id FROM member WHERE nickname = ?", chief.nickname());
        assertThat(ofMember(id)).containsExactly("sign-up", "suspended", "sign-in-suspended");
        assertThat(lines).anyMatch(line -> line.startsWith("event=suspended member=" + id + " by=" + by + " from="));
    }

    @Test
    void onlyEditsOfOthersPostsAreLogged() {
        Visitor ann = Visitor.member("audit");
        Visitor chief = Visitor.member("auditChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        long question = ann.ask("Who edits this?", "Both.", "");
        long answer = ann.answer(question, "First.");
        for (Visitor editor : List.of(ann, chief)) {
            for (String post : List.of("/question/" + question, "/answer/" + answer)) {
                editor.get(post + "/edit");
                editor.submit("form:has(textarea[name=text])", Map.of("text", "By " + editor.nickname()));
            }
        }
        for (String post : List.of("/answer/" + answer, "/question/" + question)) {
            chief.get(post + "/edit");
            chief.submit("form[action$=/delete]", Map.of());
        }
        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        assertThat(ofMember(id))
                .containsExactly("sign-up", "question-edited", "answer-edited", "answer-deleted", "question-deleted");
    }

    private List<String> ofMember(long id) {
        return lines.stream()
                .filter(line -> line.contains("member=" + id + " "))
                .map(line -> line.replaceAll("event=(\\S+).*", "$1"))
                .toList();
    }
}
