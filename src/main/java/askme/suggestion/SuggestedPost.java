package askme.suggestion;

import io.quarkus.qute.TemplateData;

/**
 * The post that a suggested edit would change.
 *
 * @param answerId null for the question itself
 */
@TemplateData
public record SuggestedPost(long questionId, Long answerId) {

    public static SuggestedPost question(long id) {
        return new SuggestedPost(id, null);
    }

    public static SuggestedPost answer(long question, long id) {
        return new SuggestedPost(question, id);
    }

    /** Whether it is the question itself. */
    public boolean isQuestion() {
        return answerId == null;
    }
}
