package askme.question;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import askme.tag.TagList;
import askme.tag.TagNames;
import askme.web.page.EditVersion;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for asking and editing a question.
 *
 * @param title one line, stripped, at most 120 characters
 * @param text Markdown, at most 20,000 characters
 * @param tags up to three, separated by commas
 * @param version the {@link EditVersion} that the member edits; empty for a new question
 */
@TemplateData
public record AskForm(
        @RestForm
        @NotBlank(message = "{askme.title.required}")
        @CodePointLength(max = 120, message = "{askme.too-long}")
        String title,

        @RestForm @PostText String text,

        @RestForm @TagList String tags,

        @RestForm String version) {

    public AskForm {
        title = UserInput.line(title);
        text = UserInput.lines(text);
        tags = UserInput.start(tags);
        version = UserInput.start(version);
    }

    /** The most tags a question may have. */
    public int mostTags() {
        return TagNames.MOST;
    }

    /** The tags, as they are stored. */
    List<String> tagNames() {
        return TagNames.parse(tags).names();
    }

    /** The form for a new question. Somebody who searched in vain has typed the title already; it may be null. */
    static AskForm about(String title) {
        return new AskForm(title == null ? "" : title, "", "", "");
    }

    /** The form, filled with the stored question. */
    static AskForm of(Question question) {
        return new AskForm(
                question.title, question.body, String.join(", ", question.tags()), EditVersion.of(question.editedAt));
    }

    /** The same input, as an edit of {@code version}. */
    AskForm over(String version) {
        return new AskForm(title, text, tags, version);
    }

    /** Whether {@code question} is stored exactly as in this form. */
    boolean same(Question question) {
        return title.equals(question.title)
                && text.equals(question.body)
                && tagNames().equals(question.tags());
    }
}
