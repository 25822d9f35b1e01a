package askme.answer;

import askme.comment.CommentThread;
import askme.revision.OvertakenEdit;
import askme.suggestion.EditMode;
import askme.suggestion.WaitingEdits;
import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package, and the card of an answer, which the page of its question and the live publication share. */
@CheckedTemplate(basePath = "answer")
public final class AnswerViews {

    private AnswerViews() {}

    /**
     * The form for editing an answer.
     *
     * @param overtaken the other change if the answer changed after the form was opened, otherwise null
     */
    static native TemplateInstance edit(
            long id, AnswerForm form, FormErrors errors, OvertakenEdit overtaken, EditMode mode);

    /**
     * One answer. A worker has no request and so no reader: it publishes the card as guests see it.
     *
     * @param mayAccept whether the reader asked the question
     * @param comments those to show below the answer
     * @param waiting the suggested edits that the reader may see, or null
     */
    public static native TemplateInstance card(
            AnswerCard answer, boolean mayAccept, CommentThread comments, WaitingEdits waiting);
}
