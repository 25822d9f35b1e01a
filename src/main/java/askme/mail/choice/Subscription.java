package askme.mail.choice;

import askme.notification.NotificationKind;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mails that a link turns off: about some kinds of notifications, about a question, or all mails. Its stored form is in signed links,
 * which never expire.
 *
 * @param pace the pace of the kinds before, which the undo restores; null for a question and for all mails
 * @param kinds empty for a question and for all mails
 * @param question 0 unless it is about a question
 */
@TemplateData
record Subscription(long member, Pace pace, List<NotificationKind> kinds, long question) {

    private static final String QUESTION = "question";
    private static final int PARTS = 3;

    static Subscription ofAll(long member) {
        return new Subscription(member, null, List.of(), 0);
    }

    boolean isQuestion() {
        return question != 0;
    }

    boolean isKinds() {
        return !kinds.isEmpty();
    }

    String stored() {
        return isQuestion()
                ? member + "." + QUESTION + "." + question
                : member + "." + pace.stored() + "."
                        + kinds.stream().map(NotificationKind::stored).collect(Collectors.joining("-"));
    }

    /** Empty for a form that a later version may have signed. */
    static Optional<Subscription> parse(String stored) {
        String[] parts = stored.split("\\.");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            long member = Long.parseLong(parts[0]);
            return parts[1].equals(QUESTION)
                    ? Optional.of(new Subscription(member, null, List.of(), Long.parseLong(parts[2])))
                    : Pace.of(parts[1]).map(pace -> new Subscription(member, pace, kinds(parts[2]), 0));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<NotificationKind> kinds(String stored) {
        return Arrays.stream(stored.split("-")).map(NotificationKind::of).toList();
    }
}
