package askme.review;

import askme.markdown.UserInput;
import askme.moderation.ReportReason;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that reports a post.
 *
 * @param of for a duplicate: the address or the number of the other question
 */
@TemplateData
public record ReportForm(
        @RestForm
        @jakarta.validation.constraints.Pattern(
                regexp = "spam|rude|not-an-answer|duplicate|other",
                message = "{askme.report.reason}")
        String reason,

        @RestForm @CodePointLength(max = 500, message = "{askme.too-long}")
        String note,

        @RestForm @CodePointLength(max = 500, message = "{askme.too-long}")
        String of) {

    static final ReportForm EMPTY = new ReportForm("", "", "");

    private static final Pattern QUESTION = Pattern.compile("(?:.*/question/)?(\\d{1,18})(?:\\D.*)?");

    public ReportForm {
        reason = reason == null ? "" : UserInput.start(reason);
        note = note == null ? "" : UserInput.line(note);
        of = of == null ? "" : UserInput.line(of);
    }

    /** The reasons that are offered. */
    public List<ReportReason> reasons() {
        return List.of(ReportReason.values());
    }

    public boolean isChosen(ReportReason one) {
        return one.stored().equals(reason);
    }

    ReportReason chosen() {
        return ReportReason.of(reason).orElseThrow();
    }

    boolean isDuplicate() {
        return reason.equals(ReportReason.DUPLICATE.stored());
    }

    boolean isOther() {
        return reason.equals(ReportReason.OTHER.stored());
    }

    /** The number of the other question; 0 if the text has none. */
    long question() {
        Matcher found = QUESTION.matcher(of);
        return found.matches() ? Long.parseLong(found.group(1)) : 0;
    }
}
