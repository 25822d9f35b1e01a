package askme.admin;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A new invitation.
 *
 * @param days how many days it lasts, 1 to 365
 * @param most how many members may use it, 1 to 9999
 */
@TemplateData
record InvitationForm(
        @RestForm @Size(max = 100, message = "{askme.too-long}")
        String note,

        @RestForm @Pattern(regexp = DAYS, message = "{askme.invitation.days}")
        String days,

        @RestForm @Pattern(regexp = MOST, message = "{askme.invitation.most}")
        String most) {

    static final InvitationForm EMPTY = new InvitationForm("", "14", "1");

    private static final String DAYS = "[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-5]";
    private static final String MOST = "[1-9]\\d{0,3}";

    InvitationForm {
        note = text(note);
        days = text(days);
        most = text(most);
    }

    private static String text(String typed) {
        String start = UserInput.start(typed);
        return start == null ? "" : start.strip();
    }
}
