package askme.answer;

import askme.text.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form an answer is posted and edited with.
 *
 * @param text Markdown, at most 20,000 characters
 */
public record AnswerForm(
        @RestForm @NotBlank(message = "{askme.required}") @Size(max = 20_000, message = "{askme.too-long}")
        String text) {

    public AnswerForm {
        text = Typed.lines(text);
    }

    /** The empty form. */
    public static final AnswerForm EMPTY = new AnswerForm("");
}
