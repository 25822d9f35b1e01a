package askme.names;

import askme.support.Inbox;
import java.util.List;

/** The headers that mail programs sort by, and the signed link that works for as long as the mail is kept. */
final class NamesInMails {

    private NamesInMails() {}

    /** Returns the link that stops such mails. */
    static String find(Inbox.Mail mail, Signatures signatures, Names names) {
        for (String header : List.of(
                "Message-ID",
                "In-Reply-To",
                "References",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Auto-Submitted",
                "Content-Language")) {
            String value = String.valueOf(mail.header(header))
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{job}")
                    .replaceAll("unsubscribe/[^/>]+", "unsubscribe/{token}")
                    .replaceAll("localhost:\\d+", "{host}")
                    .replaceAll("\\d+", "{n}");
            names.add("mail headers", header + ": " + value);
        }
        String link = mail.header("List-Unsubscribe").replaceAll("[<>\\s]", "");
        String[] token = link.replaceAll(".*unsubscribe/([^/]+)/?$", "$1").split("\\.");
        boolean known = signatures.of("unsubscribe", token[0]).equals(token[1]);
        names.add("signatures", "unsubscribe link: " + (known ? "unsubscribe" : "another purpose"));
        return link;
    }
}
