package askme.question;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import askme.revision.Content;
import askme.revision.OvertakenEdit;
import askme.suggestion.Suggestion;
import askme.tag.TagList;
import askme.tag.TagNames;
import askme.web.page.EditVersion;
import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for asking and editing a question.
 *
 * @param title one line, stripped, at most 120 characters
 * @param text Markdown, at most 20,000 characters
 * @param tags up to three, separated by commas
 * @param version the {@link EditVersion} that the member edits; empty for a new question
 * @param reason why the member edits it, one line; may be empty
 */
@TemplateData
public record AskForm(
        @RestForm
        @NotBlank(message = "{askme.title.required}")
        @CodePointLength(max = 120, message = "{askme.too-long}")
        String title,

        @RestForm @PostText String text,

        @RestForm @TagList String tags,

        @RestForm String version,

        @RestForm @CodePointLength(max = AskForm.LONGEST_REASON, message = "{askme.too-long}")
        String reason) {

    /** The longest reason for a change of a question or an answer. */
    public static final int LONGEST_REASON = 200;

    public AskForm {
        title = UserInput.line(title);
        text = UserInput.lines(text);
        tags = UserInput.start(tags);
        version = UserInput.start(version);
        reason = reason == null ? "" : UserInput.line(reason);
    }

    /** The most tags a question may have. */
    public int mostTags() {
        return TagNames.MOST;
    }

    /** The tags, as they are stored. */
    public List<String> tagNames() {
        return TagNames.parse(tags).names();
    }

    /** The form for a new question. Somebody who searched in vain has typed the title already; it may be null. */
    static AskForm about(String title) {
        return new AskForm(title == null ? "" : title, "", "", "", "");
    }

    /** The form, filled with the stored question. */
    static AskForm of(Question question) {
        return new AskForm(
                question.title,
                question.body,
                String.join(", ", question.tags()),
                EditVersion.of(question.editedAt),
                "");
    }

    /** The form, filled with a suggested edit, or with its text joined with what changed since. */
    static AskForm of(Suggestion suggestion, Content offered, String version) {
        return new AskForm(
                offered.title(), offered.body(), String.join(", ", offered.tags()), version, suggestion.reason());
    }

    /** The content of {@code edit} with the same reason, as an edit of the version that is stored. */
    AskForm over(OvertakenEdit edit, String version) {
        Content joined = edit.content();
        return new AskForm(joined.title(), joined.body(), String.join(", ", joined.tags()), version, reason);
    }

    /** The typed content, as it would be stored. */
    public Content content() {
        return new Content(title, String.join(" ", tagNames()), text);
    }

    /** The fields of a new question, for the time when it can be posted. */
    Map<String, String> fields() {
        return Map.of("title", title, "text", text, "tags", tags == null ? "" : tags);
    }

    /** Removes the errors of fields that are as they were: an imported question may be longer and have more tags than a new one. */
    void allowUnchanged(AskForm before, FormErrors errors) {
        if (before.title.equals(title)) {
            errors.remove("title");
        }
        if (before.text.equals(text)) {
            errors.remove("text");
        }
        if (tagNames().equals(before.tagNames())) {
            errors.remove("tags");
        }
    }

    /** Whether {@code question} is stored exactly as in this form. */
    boolean same(Question question) {
        return title.equals(question.title)
                && text.equals(question.body)
                && tagNames().equals(question.tags());
    }
}
