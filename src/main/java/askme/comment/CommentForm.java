package askme.comment;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for posting and editing a comment.
 *
 * @param text inline Markdown in one line
 */
@TemplateData
public record CommentForm(
        @RestForm @PostText(min = 3, max = CommentForm.LONGEST, message = "{askme.comment.required}")
        String text) {

    /** Characters as a browser counts them. */
    public static final int LONGEST = 600;

    public CommentForm {
        text = UserInput.line(text);
    }

    static final CommentForm EMPTY = new CommentForm("");
}
