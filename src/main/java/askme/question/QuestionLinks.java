package askme.question;

import askme.tag.TagLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of questions. */
@TemplateExtension(namespace = "to", priority = 8)
public final class QuestionLinks {

    static final String NEWEST = "/";
    static final String HOT = "/hot";
    static final String ACTIVE = "/active";
    static final String UNANSWERED = "/unanswered";
    static final String ASK = "/ask";
    public static final String QUESTION = "/question/{id}";

    static final String VOTE = QUESTION + "/vote";
    static final String EDIT = QUESTION + "/edit";
    public static final String DELETE = QUESTION + "/delete";
    public static final String UNDELETE = QUESTION + "/undelete";
    public static final String PURGE = QUESTION + "/purge";

    private QuestionLinks() {}

    public static String newest() {
        return NEWEST;
    }

    static String hot() {
        return HOT + "/";
    }

    /** The list at {@code path}, with {@code tag} only if it is not empty. */
    static String tagged(String path, String tag) {
        return tag.isEmpty() ? path : LocalPath.with(path + "?tag={tag}", tag);
    }

    /** A tab of the lists; {@code tag} is empty for the whole site. */
    static String newestIn(String tag) {
        return Listing.NEWEST.path(tag);
    }

    static String activeIn(String tag) {
        return Listing.ACTIVE.path(tag);
    }

    static String unansweredIn(String tag) {
        return Listing.UNANSWERED.path(tag);
    }

    /** The best questions of a tag are on the tag's own page. */
    static String hotIn(String tag) {
        return tag.isEmpty() ? hot() : TagLinks.tag(tag);
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

    public static String undeleteQuestion(long id) {
        return LocalPath.with(UNDELETE, id);
    }

    static String purgeQuestion(long id) {
        return LocalPath.with(PURGE, id);
    }

    static String voteQuestion(long id) {
        return LocalPath.with(VOTE, id);
    }

    public static String editQuestion(long id) {
        return LocalPath.with(EDIT, id);
    }

    static String deleteQuestion(long id) {
        return LocalPath.with(DELETE, id);
    }
}
