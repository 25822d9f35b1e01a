package askme.embedded;

import java.io.IOException;
import java.util.List;

/** The one list of what can be embedded. */
final class EmbeddedServices {

    private EmbeddedServices() {}

    static List<EmbeddedService> all(DataDirectory directory, Secrets secrets, boolean temporary, MailServer mails)
            throws IOException {
        return List.of(new Database(directory, secrets, temporary), new Redis(directory, secrets), mails);
    }
}
