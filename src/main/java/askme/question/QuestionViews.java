package askme.question;

import askme.follow.FollowState;
import askme.member.MemberRef;
import askme.revision.OvertakenEdit;
import askme.suggestion.EditMode;
import askme.tag.Tag;
import askme.web.page.FormErrors;
import askme.web.page.Paginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of this package, and the text of a question, which its page and the live publication share. */
@CheckedTemplate(basePath = "question")
public final class QuestionViews {

    private QuestionViews() {}

    static native TemplateInstance newest(List<QuestionCard> questions, Paginator pages);

    static native TemplateInstance hot(List<QuestionCard> questions, Paginator pages);

    /** @param follow whether the reader follows the tag; null for a guest */
    static native TemplateInstance tagged(Tag tag, List<QuestionCard> questions, Paginator pages, FollowState follow);

    static native TemplateInstance listed(ListedPage page);

    static native TemplateInstance ask(AskForm form, FormErrors errors);

    /**
     * The form for editing a question.
     *
     * @param overtaken the other change if the question changed after the form was opened, otherwise null
     */
    static native TemplateInstance edit(
            long id,
            AskForm form,
            FormErrors errors,
            int answers,
            boolean deletable,
            OvertakenEdit overtaken,
            EditMode mode);

    /**
     * The text, the tags, the author and the editor.
     *
     * @param editor the nickname of the last editor, or null
     */
    public static native TemplateInstance body(Question question, MemberRef author, String editor);
}
