package askme.question;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of questions. */
@TemplateExtension(namespace = "to", priority = 8)
public final class QuestionLinks {

    public static final String NEWEST = "/";
    public static final String HOT = "/hot";
    public static final String ASK = "/ask";
    public static final String QUESTION = "/question/{id}";

    public static final String VOTE = QUESTION + "/vote";
    public static final String EDIT = QUESTION + "/edit";
    public static final String DELETE = QUESTION + "/delete";

    private QuestionLinks() {}

    public static String newest() {
        return NEWEST;
    }

    public static String hot() {
        return HOT + "/";
    }

    public static String ask() {
        return ASK + "/";
    }

    public static String question(long id) {
        return LocalPath.with(QUESTION, id) + "/";
    }

    public static String voteQuestion(long id) {
        return LocalPath.with(VOTE, id);
    }

    public static String editQuestion(long id) {
        return LocalPath.with(EDIT, id);
    }

    public static String deleteQuestion(long id) {
        return LocalPath.with(DELETE, id);
    }
}
