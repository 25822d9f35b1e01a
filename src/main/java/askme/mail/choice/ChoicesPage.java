package askme.mail.choice;

import askme.notification.NotificationKind;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;

/**
 * The page of a member's choices.
 *
 * @param refused the member's address, if the mail server refused it so often that it gets no mail; otherwise null
 * @param error what is wrong with the sent form, or null
 */
@TemplateData
record ChoicesPage(List<Line> lines, String zone, String refused, String error) {

    @TemplateData
    record Line(NotificationKind kind, Pace pace) {}

    public List<Pace> paces() {
        return List.of(Pace.values());
    }

    static ChoicesPage of(MailChoices.Choices choices, String refused, String error) {
        List<Line> lines = Arrays.stream(NotificationKind.values())
                .map(kind -> new Line(kind, choices.of(kind)))
                .toList();
        return new ChoicesPage(lines, choices.zone().getId(), refused, error);
    }
}
