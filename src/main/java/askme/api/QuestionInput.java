package askme.api;

import askme.question.AskForm;
import askme.question.Question;
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

    AskForm asForm() {
        return new AskForm(title, text, joined(tags), "", reason);
    }

    AskForm asEdit(Question stored, String version) {
        return new AskForm(
                title == null ? stored.title : title,
                text == null ? stored.body : text,
                joined(tags == null ? stored.tags() : tags),
                version,
                reason);
    }

    private static String joined(List<String> tags) {
        return tags == null ? "" : String.join(", ", tags);
    }
}
