package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One class decides which mails go to a member. A class that sends mails without it is listed here, with its reason. */
class MailSendersTest {

    /**
     * MemberMail asks whether the address is confirmed. The link of MailAddressLink confirms it, MailPasswordReset may go to an
     * unconfirmed address, and an administrator types the address of SendTestMail.
     */
    private static final List<String> SENDERS =
            List.of("MailAddressLink.java", "MailPasswordReset.java", "MemberMail.java", "SendTestMail.java");

    @Test
    void onlyTheseClassesUseTheSender() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.getParent().endsWith("smtp"))
                            .filter(file -> read(file).contains("SmtpSender sender"))
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SENDERS);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
