package askme.answer;

import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package, and the card that the page of a question and the publication share. */
@CheckedTemplate(basePath = "answer")
public final class AnswerViews {

    private AnswerViews() {}

    /**
     * The form an answer is changed with.
     *
     * @param newer the text that stands, where it was changed after the form was opened, or null
     */
    static native TemplateInstance edit(long id, AnswerForm form, FormErrors errors, String newer);

    /**
     * One answer. Outside a request there is no reader, so what a worker publishes is the card as guests see it.
     *
     * @param mayAccept whether the reader asked the question
     */
    public static native TemplateInstance card(AnswerCard answer, boolean mayAccept);
}
