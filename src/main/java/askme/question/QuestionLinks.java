package askme.question;

import io.quarkus.qute.TemplateExtension;

/** The addresses of questions. */
@TemplateExtension(namespace = "to", priority = 8)
public final class QuestionLinks {

    public static final String NEWEST = "/";
    public static final String HOT = "/hot";
    public static final String ASK = "/ask";
    public static final String QUESTION = "/question/{id}";

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
        return "/question/" + id + "/";
    }

    /** Where {@code action} (vote, edit, delete, answers) on the question is posted. */
    public static String questionAction(long id, String action) {
        return "/question/" + id + "/" + action;
    }
}
