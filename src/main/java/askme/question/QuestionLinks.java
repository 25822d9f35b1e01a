package askme.question;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of questions. */
@TemplateExtension(namespace = "to", priority = 8)
public final class QuestionLinks {

    static final String NEWEST = "/";
    static final String HOT = "/hot";
    static final String ASK = "/ask";
    public static final String QUESTION = "/question/{id}";

    static final String VOTE = QUESTION + "/vote";
    static final String EDIT = QUESTION + "/edit";
    public static final String DELETE = QUESTION + "/delete";

    private QuestionLinks() {}

    public static String newest() {
        return NEWEST;
    }

    static String hot() {
        return HOT + "/";
    }

    static String ask() {
        return ASK + "/";
    }

    /** The form for asking, with the title filled in. */
    static String askAbout(String title) {
        return LocalPath.with(ASK + "/?title={title}", title);
    }

    public static String question(long id) {
        return LocalPath.with(QUESTION, id) + "/";
    }

    static String voteQuestion(long id) {
        return LocalPath.with(VOTE, id);
    }

    static String editQuestion(long id) {
        return LocalPath.with(EDIT, id);
    }

    static String deleteQuestion(long id) {
        return LocalPath.with(DELETE, id);
    }
}
