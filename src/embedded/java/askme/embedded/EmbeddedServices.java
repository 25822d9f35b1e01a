package askme.embedded;

import java.util.List;

/** The list of all embedded services. */
final class EmbeddedServices {

    private EmbeddedServices() {}

    static List<EmbeddedService> all(DataDirectory directory, Secrets secrets, boolean temporary, MailServer mails)
            throws Exception {
        return List.of(
                new Database(directory, secrets, temporary),
                new Redis(directory, secrets),
                mails,
                new Realtime(directory, secrets));
    }
}
