package askme.answer;

import askme.question.QuestionLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of answers. */
@TemplateExtension(namespace = "to", priority = 9)
public final class AnswerLinks {

    public static final String ANSWERS = QuestionLinks.QUESTION + "/answers";
    static final String ANSWER = "/answer/{id}";
    static final String VOTE = ANSWER + "/vote";
    static final String ACCEPT = ANSWER + "/accept";
    static final String EDIT = ANSWER + "/edit";
    static final String DELETE = ANSWER + "/delete";
    static final String UNDELETE = ANSWER + "/undelete";
    static final String PURGE = ANSWER + "/purge";

    private AnswerLinks() {}

    /** The URL to which an answer to {@code question} is posted. */
    static String answers(long question) {
        return LocalPath.with(ANSWERS, question);
    }

    /** A URL that redirects to the answer's page. It stays valid when the order of the answers changes. */
    public static String answer(long id) {
        return LocalPath.with(ANSWER, id) + "/";
    }

    /** The answer on {@code page} of its question. */
    public static String onPage(long question, int page, long id) {
        return QuestionLinks.question(question) + (page > 1 ? "?page=" + page : "") + "#answer-" + id;
    }

    static String voteAnswer(long id) {
        return LocalPath.with(VOTE, id);
    }

    static String acceptAnswer(long id) {
        return LocalPath.with(ACCEPT, id);
    }

    public static String editAnswer(long id) {
        return LocalPath.with(EDIT, id);
    }

    /** The deleted answer on a page of its question. Each page shows all that the reader may see. */
    static String ofDeleted(long question, long id) {
        return QuestionLinks.question(question) + "#deleted-answer-" + id;
    }

    static String purgeAnswer(long id) {
        return LocalPath.with(PURGE, id);
    }

    static String undeleteAnswer(long id) {
        return LocalPath.with(UNDELETE, id);
    }

    static String deleteAnswer(long id) {
        return LocalPath.with(DELETE, id);
    }
}
