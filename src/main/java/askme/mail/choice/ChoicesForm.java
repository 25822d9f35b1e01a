package askme.mail.choice;

import askme.notification.NotificationKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form of a member's choices.
 *
 * @param choice such as {@code comment.daily}, one for each kind. A kind that is left out keeps its pace
 */
record ChoicesForm(@RestForm List<String> choice) {

    /** The pace of each kind that was sent; empty if one of the values means nothing. */
    Optional<Map<NotificationKind, Pace>> paces() {
        Map<NotificationKind, Pace> paces = new EnumMap<>(NotificationKind.class);
        for (String value : choice == null ? List.<String>of() : choice) {
            int dot = value.indexOf('.');
            Optional<Pace> pace = Pace.of(value.substring(dot + 1));
            Optional<NotificationKind> kind = kind(value.substring(0, Math.max(dot, 0)));
            if (pace.isEmpty() || kind.isEmpty()) {
                return Optional.empty();
            }
            paces.put(kind.get(), pace.get());
        }
        return Optional.of(paces);
    }

    private static Optional<NotificationKind> kind(String stored) {
        try {
            return Optional.of(NotificationKind.of(stored));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
