package askme.moderation;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that suspends a member.
 *
 * @param days how long, one of {@link #OFFERED}; 0 without an end
 * @param reason one line, which the member reads
 */
@TemplateData
public record SuspendForm(
        @RestForm @Pattern(regexp = "1|7|30|365|0", message = "{askme.suspension.days}")
        String days,

        @RestForm
        @NotBlank(message = "{askme.reason.required}")
        @CodePointLength(max = 500, message = "{askme.too-long}")
        String reason) {

    public static final List<String> OFFERED = List.of("1", "7", "30", "365", "0");

    static final SuspendForm EMPTY = new SuspendForm("7", "");

    public SuspendForm {
        days = UserInput.start(days);
        reason = reason == null ? "" : UserInput.line(reason);
    }

    /** When the suspension ends; null for never. */
    Instant until(Instant now) {
        return days.equals("0") ? null : now.plus(Duration.ofDays(Long.parseLong(days)));
    }

    /** The offered times in days, the current one marked. */
    public List<Choice> choices() {
        return OFFERED.stream()
                .map(one -> new Choice(Integer.parseInt(one), one.equals(days)))
                .toList();
    }

    /** An offered time. */
    @TemplateData
    public record Choice(int days, boolean chosen) {}
}
