package askme.mail.choice;

import static org.assertj.core.api.Assertions.assertThat;

import askme.notification.NotificationKind;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class ChoicesResourceTest {

    private static final String PAGE = "/profile/notifications/";
    private static final String FORM = "form.mail-choices";

    @Inject
    TestDatabase database;

    private Visitor ann;
    private long member;

    @BeforeEach
    void signUp() {
        ann = Visitor.member("choiceAnn");
        member = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
    }

    @Test
    void newMemberHasTheDefaults() {
        assertThat(chosen(NotificationKind.ANSWER)).isEqualTo("answer.now");
        assertThat(chosen(NotificationKind.TAG)).isEqualTo("tag.daily");
        assertThat(chosen(NotificationKind.REPUTATION)).isEqualTo("reputation.never");
        assertThat(ann.get("/profile/").page().select("a[href='" + PAGE + "']")).hasSize(1);
        assertThat(Visitor.guest().getOnce(PAGE).status()).isEqualTo(303);
    }

    @Test
    void choicesAreSavedByThemselves() {
        save("answer.weekly");
        assertThat(chosen(NotificationKind.ANSWER)).isEqualTo("answer.weekly");
        assertThat(chosen(NotificationKind.COMMENT)).isEqualTo("comment.now");
        assertThat(mailsAnswers()).isFalse();
        save("answer.now");
        assertThat(chosen(NotificationKind.ANSWER)).isEqualTo("answer.now");
        assertThat(mailsAnswers()).isTrue();
    }

    @Test
    void unknownChoiceIsRefused() {
        for (String wrong : new String[] {"answer.sometimes", "tea.now", "answer", ".", "", "answer.now.now"}) {
            assertThat(save(wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(save("answer.sometimes").page().select("#choice-error").text())
                .isNotEmpty();
        assertThat(mailsAnswers()).isTrue();
    }

    @Test
    void memberWhoHadTurnedMailOffGetsNone() {
        database.change("UPDATE member SET mail_answers = 0 WHERE id = ?", member);
        for (NotificationKind kind : NotificationKind.values()) {
            assertThat(chosen(kind)).isEqualTo(kind.stored() + ".never");
        }
        save("mention.now");
        assertThat(chosen(NotificationKind.MENTION)).isEqualTo("mention.now");
        assertThat(chosen(NotificationKind.COMMENT)).isEqualTo("comment.never");
    }

    @Test
    void zoneOfTheBrowserIsKept() {
        assertThat(zone("Asia/Tokyo")).isEqualTo(204);
        assertThat(zone("Mars/Olympus")).isEqualTo(204);
        assertThat(database.of(
                        "SELECT COUNT(*) FROM member WHERE time_zone = 'Asia/Tokyo' AND nickname = ?", ann.nickname()))
                .isEqualTo(1);
        assertThat(ann.get(PAGE).page().text()).contains("Asia/Tokyo");
    }

    @Test
    void refusedAddressIsShownAndTriedAgain() {
        for (int day = 1; day <= 3; day++) {
            assertThat(ann.get(PAGE).page().select("#refused")).isEmpty();
            database.change(
                    "INSERT INTO mail_refusal SELECT id, email, '2026-01-0" + day + "' FROM member WHERE id = ?",
                    member);
        }
        assertThat(ann.get(PAGE).page().select("#refused").text()).contains(ann.email());
        ann.submit("#refused form", Map.of());
        assertThat(ann.get(PAGE).page().select("#refused")).isEmpty();
    }

    @Test
    void anotherAddressIsNotRefused() {
        for (int day = 1; day <= 3; day++) {
            database.change(
                    "INSERT INTO mail_refusal SELECT id, 'old@example.org', '2026-01-0" + day
                            + "' FROM member WHERE id = ?",
                    member);
        }
        assertThat(ann.get(PAGE).page().select("#refused")).isEmpty();
    }

    private Visitor.Reply save(String choice) {
        ann.get(PAGE);
        return ann.post(PAGE, Map.of("csrf-token", ann.csrfToken(), "choice", choice));
    }

    private int zone(String zone) {
        ann.get(PAGE);
        return ann.postForm("/profile/zone", Map.of("zone", zone), ann.csrfToken())
                .status();
    }

    private String chosen(NotificationKind kind) {
        return ann.get(PAGE)
                .page()
                .select("#choice-" + kind.stored() + " option[selected]")
                .attr("value");
    }

    private boolean mailsAnswers() {
        return database.of("SELECT mail_answers + 0 FROM member WHERE id = ?", member) == 1;
    }
}
