package askme.closing;

import askme.question.QuestionLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of closing, locking, merging and converting. */
@TemplateExtension(namespace = "to", priority = 43)
public final class ClosingLinks {

    static final String CLOSE = QuestionLinks.QUESTION + "/close";
    static final String REOPEN = QuestionLinks.QUESTION + "/reopen";
    static final String DUPLICATE = QuestionLinks.QUESTION + "/duplicate";
    static final String LOCK = QuestionLinks.QUESTION + "/lock";
    static final String UNLOCK = QuestionLinks.QUESTION + "/unlock";
    static final String MERGE = QuestionLinks.QUESTION + "/merge";
    static final String LOCK_ANSWER = "/answer/{id}/lock";
    static final String UNLOCK_ANSWER = "/answer/{id}/unlock";
    static final String TO_COMMENT = "/answer/{id}/comment";

    private ClosingLinks() {}

    public static String closeQuestion(long id) {
        return LocalPath.with(CLOSE, id);
    }

    public static String reopenQuestion(long id) {
        return LocalPath.with(REOPEN, id);
    }

    static String judgeDuplicate(long id) {
        return LocalPath.with(DUPLICATE, id);
    }

    public static String lockQuestion(long id) {
        return LocalPath.with(LOCK, id);
    }

    public static String unlockQuestion(long id) {
        return LocalPath.with(UNLOCK, id);
    }

    public static String mergeQuestion(long id) {
        return LocalPath.with(MERGE, id);
    }

    public static String lockAnswer(long id) {
        return LocalPath.with(LOCK_ANSWER, id);
    }

    public static String unlockAnswer(long id) {
        return LocalPath.with(UNLOCK_ANSWER, id);
    }

    public static String answerToComment(long id) {
        return LocalPath.with(TO_COMMENT, id);
    }
}
