package askme.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    @TempDir
    Path directory;

    @Test
    void storedMailIsReadAgain() throws Exception {
        MailFolder folder = new MailFolder(directory);
        add(folder, 9, "Первое");
        add(folder, 10, "The second");

        assertThat(new MailFolder(directory).all())
                .satisfiesExactly(mail -> assertThat(mail.subject()).isEqualTo("The second"), mail -> {
                    assertThat(mail.id()).isEqualTo(9);
                    assertThat(mail.subject()).isEqualTo("Первое");
                    assertThat(mail.text().strip()).isEqualTo("text of 9");
                    assertThat(mail.from()).isEqualTo("askme@localhost");
                    assertThat(mail.to()).isEqualTo("anna@example.org");
                    assertThat(mail.headers()).doesNotContainKeys("Delivered-To", "Return-Path");
                });
    }

    @Test
    void oldestMailIsDeletedAndOtherFilesStay() throws Exception {
        MailFolder folder = new MailFolder(directory);
        Files.createFile(directory.resolve("notes.txt"));
        add(folder, 1, "old");
        add(folder, 1001, "new");

        assertThat(folder.all()).extracting(Mail::id).containsExactly(1001);
    }

    private static void add(MailFolder folder, int id, String subject) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setSubject(subject, "UTF-8");
        message.setText("text of " + id, "UTF-8");
        message.saveChanges();
        folder.add(Mail.of(id, Instant.now(), "askme@localhost", "anna@example.org", message), message);
    }
}
