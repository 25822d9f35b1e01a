package askme.answer;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import askme.question.AskForm;
import askme.revision.Content;
import askme.revision.OvertakenEdit;
import askme.suggestion.Suggestion;
import askme.web.page.EditVersion;
import io.quarkus.qute.TemplateData;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for posting and editing an answer.
 *
 * @param text Markdown, at most 20,000 characters
 * @param version the {@link EditVersion} that the member edits; empty for a new answer
 * @param reason why the member edits it, one line; may be empty
 */
@TemplateData
public record AnswerForm(
        @RestForm @PostText(message = "{askme.answer.required}")
        String text,

        @RestForm String version,

        @RestForm @CodePointLength(max = AskForm.LONGEST_REASON, message = "{askme.too-long}")
        String reason) {

    public AnswerForm {
        text = UserInput.lines(text);
        version = UserInput.start(version);
        reason = reason == null ? "" : UserInput.line(reason);
    }

    /** The empty form. */
    public static final AnswerForm EMPTY = new AnswerForm("", "", "");

    /** The form, filled with the stored answer. */
    static AnswerForm of(Answer answer) {
        return new AnswerForm(answer.body, EditVersion.of(answer.editedAt), "");
    }

    /** The form, filled with a suggested edit, or with its text joined with what changed since. */
    static AnswerForm of(Suggestion suggestion, Content offered, String version) {
        return new AnswerForm(offered.body(), version, suggestion.reason());
    }

    /** The content of {@code edit} with the same reason, as an edit of the version that is stored. */
    AnswerForm over(OvertakenEdit edit, String version) {
        return new AnswerForm(edit.content().body(), version, reason);
    }
}
