package askme.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.picture.decoding.Pictures;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members take their data along, and delete their account. */
@QuarkusTest
@Tag("one-process") // runs a task of the process that answers
class OwnDataTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    TestDatabase database;

    @Inject
    DataTask task;

    @Test
    void everyColumnWithTheIdOfAMemberIsInTheList() {
        List<String> columns =
                database.texts("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND data_type = 'bigint' AND (column_name = 'member_id'"
                        + " OR column_name LIKE '%\\_by' OR column_name IN ('author_id', 'editor_id', 'actor_id', 'proposer_id',"
                        + " 'reporter_id', 'followed_id', 'by_id', 'owner_id')) ORDER BY 1");
        assertThat(columns)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                MemberTables.GOES.stream().map(c -> c.table() + "." + c.name()),
                                MemberTables.NOTIFICATION_TABLES.stream().map(c -> c.table() + "." + c.name()),
                                MemberTables.STAYS.keySet().stream())
                        .flatMap(list -> list)
                        .toList());
    }

    @Test
    void archiveHasPostsAndPicturesForItsOwnerOnly() throws Exception {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Is this question in the archive?", "With **all** of its text.", "archive");
        ann.get("/profile/");
        ann.submitWithFile("form:has([name=avatar])", Map.of(), "avatar", "me.png", Pictures.halves("png", 50, 50));
        ann.get("/profile/data/");
        Reply asked = ann.submit("main form[action$=export]", Map.of());
        assertThat(asked.page().select("[role=status]").text()).contains("mail you when it is ready");
        await().atMost(SOON).until(() -> !Inbox.of(ann.email()).isEmpty());
        assertThat(Inbox.of(ann.email()).get(0).text()).contains("/profile/data/");
        String part =
                ann.get("/profile/data/").page().selectFirst(".export-parts a").absUrl("href");

        Map<String, String> files = unzip(ann, part);
        assertThat(files.get("questions.jsonl"))
                .contains("\"key\":" + question, "Is this question in the archive?", "With **all** of its text.");
        assertThat(files.get("account.jsonl"))
                .contains(ann.nickname(), ann.email())
                .doesNotContain("argon2");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("avatar/"));
        assertThat(Visitor.member("eve").getOnce(part).status()).isEqualTo(404);
        assertThat(Visitor.guest().getOnce(part).status()).isEqualTo(303);

        ann.get("/profile/data/");
        assertThat(ann.submit("main form[action$=export]", Map.of())
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("within the last hour");
        database.change("UPDATE data_export SET ends_at = '2020-01-01' WHERE member_id = ?", idOf(ann));
        assertThat(ann.getOnce(part).status()).as("its time is over").isEqualTo(404);
        task.run();
        assertThat(database.of("SELECT COUNT(*) FROM data_export WHERE member_id = ?", idOf(ann)))
                .isZero();
    }

    private static Map<String, String> unzip(Visitor visitor, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "askme=" + visitor.cookie("askme"))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(response.body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes()));
            }
        }
        return files;
    }

    @Test
    void deletionCanBeTakenBack() {
        Visitor ann = Visitor.member("ann");
        assertThat(askForDeletion(ann, "not the password")
                        .page()
                        .select("#presentPassword-error")
                        .text())
                .contains("not your current password");
        Reply planned = askForDeletion(ann, Visitor.PASSWORD);
        assertThat(planned.page().select(".account-banner").text()).contains("will be deleted");
        Inbox.Mail mail = await().atMost(SOON)
                .until(() -> Inbox.of(ann.email()).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        String day = LocalDate.now(ZoneOffset.UTC)
                .plusDays(14)
                .format(DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));
        assertThat(mail.subject()).isEqualTo("Your AskMe account will be deleted on " + day);
        assertThat(mail.text()).contains("Hello " + ann.nickname(), day, "/profile/data/");
        assertThat(mail.html()).contains(day, "Keep my account");
        Visitor phone = Visitor.guest().signIn(ann.nickname());
        assertThat(phone.get("/").page().select(".account-banner form")).hasSize(1);
        phone.submit(".account-banner form", Map.of());
        assertThat(phone.last().page().select(".account-banner")).isEmpty();
        assertThat(database.of("SELECT COUNT(*) FROM member WHERE id = ? AND delete_at IS NULL", idOf(ann)))
                .isOne();
    }

    @Test
    void memberWithoutAnAddressGetsNoMailAboutTheDeletion() {
        Visitor ann = Visitor.member("ann");
        database.change("UPDATE member SET email = NULL WHERE id = ?", idOf(ann));
        assertThat(askForDeletion(ann, Visitor.PASSWORD).status()).isEqualTo(200);
        Visitor bob = Visitor.member("bob").speaking("ru");
        bob.get("/"); // mails use the language of the last sign-in
        bob.post("/logout/", Map.of("csrf-token", bob.csrfToken()));
        bob.signIn(bob.nickname());
        askForDeletion(bob, Visitor.PASSWORD);
        await().atMost(SOON).until(() -> !Inbox.of(bob.email()).isEmpty());
        assertThat(Inbox.of(bob.email()).get(0).subject()).startsWith("Ваш аккаунт на AskMe будет удалён ");
        assertThat(Inbox.of(ann.email())).isEmpty();
    }

    @Test
    void nobodyTakesTheNameOfADeletedMember() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/");
        assertThat(ann.submit("form:has([name=nickname])", Map.of("nickname", "Former-7"))
                        .status())
                .isEqualTo(422);
    }

    private static Reply askForDeletion(Visitor visitor, String password) {
        visitor.get("/profile/data/");
        return visitor.submit("main form[action$=delete]", Map.of("presentPassword", password));
    }

    private long idOf(Visitor visitor) {
        return database.of("SELECT id FROM member WHERE nickname = ?", visitor.nickname());
    }
}
