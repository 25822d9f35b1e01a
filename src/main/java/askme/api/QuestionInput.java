package askme.api;

import askme.question.AskForm;
import askme.question.Question;
import askme.tag.TagNames;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A question to ask or to change. An edit keeps what is missing.
 *
 * @param text Markdown
 * @param tags up to three
 * @param reason why it is changed; may be missing
 */
public record QuestionInput(
        String title,
        String text,
        @JsonSetter(contentNulls = Nulls.FAIL) List<String> tags,
        String reason) {

    private static final int UNPROCESSABLE = 422;
    private static final LocalizedMessages<ApiMessages> TEXTS = LocalizedMessages.of(ApiMessages.class);

    AskForm asForm() {
        return new AskForm(title, text, joined(tags), "", reason);
    }

    AskForm asEdit(Question stored, String version) {
        return new AskForm(
                title == null ? stored.title : title,
                text == null ? stored.body : text,
                tags == null ? String.join(", ", stored.tags()) : joined(tags),
                version,
                reason);
    }

    /** The field of the form. A comma in a tag would make two of it, a tag without a name none, and the same tag twice one. */
    private static String joined(List<String> tags) {
        if (tags == null) {
            return "";
        }
        if (tags.size() > TagNames.MOST || tags.stream().anyMatch(tag -> tag.isBlank() || tag.contains(","))) {
            throw new ProblemException(UNPROCESSABLE, "bad-tag", TEXTS.get().bad_tag());
        }
        return String.join(", ", tags);
    }
}
