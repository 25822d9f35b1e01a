package askme.mail.smtp;

import askme.jobs.PermanentFailure;

/** The server refused the recipient permanently, such as an address that does not exist. It may accept mails to others. */
public class RecipientRefused extends PermanentFailure {

    RecipientRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
