package askme.comment;

import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of this package, and a comment, which the page of its question and the live publication share. */
@CheckedTemplate(basePath = "comment")
public final class CommentViews {

    private CommentViews() {}

    /**
     * All comments of a post, with the form for a new one.
     *
     * @param title the title of the question
     * @param mayComment false for a guest too, who signs in first
     * @param last the id of the last comment if more follow, otherwise 0
     */
    static native TemplateInstance list(
            CommentedPost post,
            String title,
            List<CommentCard> comments,
            long last,
            boolean mayComment,
            CommentForm form,
            FormErrors errors);

    static native TemplateInstance edit(long id, long question, CommentForm form, FormErrors errors);

    /** A comment that waits until its author confirms the address. */
    static native TemplateInstance waiting();

    /** One comment. A worker has no request and so no reader: it publishes the comment as guests see it. */
    public static native TemplateInstance item(CommentCard comment);
}
