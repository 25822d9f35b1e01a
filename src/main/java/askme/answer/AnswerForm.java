package askme.answer;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import askme.web.page.EditVersion;
import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for posting and editing an answer.
 *
 * @param text Markdown, at most 20,000 characters
 * @param version the {@link EditVersion} that the member edits; empty for a new answer
 */
@TemplateData
public record AnswerForm(
        @RestForm @PostText(message = "{askme.answer.required}")
        String text,

        @RestForm String version) {

    public AnswerForm {
        text = UserInput.lines(text);
        version = UserInput.start(version);
    }

    /** The empty form. */
    public static final AnswerForm EMPTY = new AnswerForm("", "");

    /** The form, filled with the stored answer. */
    static AnswerForm of(Answer answer) {
        return new AnswerForm(answer.body, EditVersion.of(answer.editedAt));
    }

    /** The same input, as an edit of {@code version}. */
    AnswerForm over(String version) {
        return new AnswerForm(text, version);
    }
}
