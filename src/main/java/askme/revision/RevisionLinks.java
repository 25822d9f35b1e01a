package askme.revision;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of revisions. */
@TemplateExtension(namespace = "to", priority = 27)
public final class RevisionLinks {

    public static final String OF_QUESTION = "/question/{id}/revisions";
    public static final String OF_ANSWER = "/answer/{id}/revisions";
    public static final String OF_TAG = "/tag/{tag}/revisions";
    public static final String RESTORE_TAG = OF_TAG + "/{number}/restore";
    public static final String RESTORE_QUESTION = OF_QUESTION + "/{number}/restore";
    public static final String RESTORE_ANSWER = OF_ANSWER + "/{number}/restore";

    private RevisionLinks() {}

    public static String questionRevisions(long id) {
        return LocalPath.with(OF_QUESTION, id) + "/";
    }

    public static String tagRevisions(String tag) {
        return LocalPath.with(OF_TAG, tag) + "/";
    }

    public static String answerRevisions(long id) {
        return LocalPath.with(OF_ANSWER, id) + "/";
    }
}
