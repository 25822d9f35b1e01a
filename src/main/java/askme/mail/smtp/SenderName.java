package askme.mail.smtp;

import java.util.regex.Pattern;

/** The name of the sender in the header From. */
public final class SenderName {

    /** Signs with a meaning in an address (RFC 5322, 3.2.3). */
    private static final Pattern SPECIAL = Pattern.compile("[\\p{C}()<>\\[\\]:;@\\\\,.\"]+");

    private SenderName() {}

    /**
     * {@code sender}, such as {@code AskMe <askme@example.org>}, with {@code name} instead of its name. The mail client encodes letters
     * outside ASCII.
     */
    public static String replaced(String sender, String name) {
        int from = sender.lastIndexOf('<');
        String address = from < 0 ? sender.strip() : sender.substring(from + 1, sender.lastIndexOf('>'));
        String plain = SPECIAL.matcher(name).replaceAll(" ").strip();
        return plain.isEmpty() ? address : plain + " <" + address + ">";
    }
}
