package askme.moderation;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of moderation. */
@TemplateExtension(namespace = "to", priority = 35)
public final class ModerationLinks {

    public static final String QUEUE = "/moderation";
    public static final String COUNT = QUEUE + "/count";
    public static final String LOG = QUEUE + "/log";
    public static final String REPORTS = QUEUE + "/reports";
    public static final String ITEM = QUEUE + "/items/{id}";
    public static final String DECIDE = ITEM + "/decide";
    public static final String UNDO = ITEM + "/undo";
    public static final String REPORT_QUESTION = "/question/{id}/report";
    public static final String REPORT_ANSWER = "/answer/{id}/report";
    public static final String REPORT_COMMENT = "/comment/{id}/report";

    private ModerationLinks() {}

    public static String reviewQueue() {
        return QUEUE + "/";
    }

    /** The items that were decided. */
    public static String decidedItems() {
        return QUEUE + "/?of=decided";
    }

    static String reviewCount() {
        return COUNT;
    }

    /** The page of the queue that begins with this item. */
    public static String reviewItem(long id) {
        return LocalPath.with(QUEUE + "/?before={key}", id + 1) + "#item-" + id;
    }

    static String decideItem(long id) {
        return LocalPath.with(DECIDE, id);
    }

    public static String undoDecision(long id) {
        return LocalPath.with(UNDO, id);
    }

    /** The reports of the reader. */
    public static String ownReports() {
        return REPORTS + "/";
    }

    static String reportQuestion(long id) {
        return LocalPath.with(REPORT_QUESTION, id);
    }

    static String reportAnswer(long id) {
        return LocalPath.with(REPORT_ANSWER, id);
    }

    static String reportComment(long id) {
        return LocalPath.with(REPORT_COMMENT, id);
    }

    /** The form that reports this post. */
    public static String report(Target post) {
        return switch (post.kind()) {
            case QUESTION -> reportQuestion(post.id());
            case ANSWER -> reportAnswer(post.id());
            case COMMENT -> reportComment(post.id());
            default -> throw new IllegalArgumentException("no post: " + post);
        };
    }

    public static String moderationLog() {
        return LOG + "/";
    }

    /** The page of the log that begins with this entry. */
    public static String logEntry(long id) {
        return LocalPath.with(LOG + "/?before={key}", id + 1) + "#entry-" + id;
    }
}
