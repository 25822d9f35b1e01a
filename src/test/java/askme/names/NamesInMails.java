package askme.names;

import askme.support.Inbox;
import askme.support.Visitor;
import java.util.List;

/** The headers that mail programs sort by, and the signed links that work for as long as a mail is kept, also those of earlier mails. */
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
        String some = String.join(".", token[0], token[1], token[2]);
        boolean known = signatures.of("unsubscribe-from", some).equals(token[3]);
        names.add("signatures", "unsubscribe link: " + (known ? "unsubscribe-from" : "another purpose"));
        String earlier = "/unsubscribe/" + token[0] + "." + signatures.of("unsubscribe", token[0]);
        if (Visitor.guest().get(earlier).status() == 200) {
            names.add("signatures", "unsubscribe link: unsubscribe");
        }
        return link;
    }
}
