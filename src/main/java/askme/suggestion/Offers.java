package askme.suggestion;

import askme.revision.Content;
import askme.revision.EditMerges;
import askme.revision.OvertakenEdit;
import askme.revision.RevisionKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the content that a post would have after a suggested edit. */
@ApplicationScoped
public class Offers {

    private final EditMerges merges;

    Offers(EditMerges merges) {
        this.merges = merges;
    }

    /**
     * The suggestion, joined with what changed since.
     *
     * @param version the {@link askme.web.page.EditVersion} of the post now
     */
    public OvertakenEdit of(Suggestion suggestion, Content stored, String version) {
        if (suggestion.version().equals(version)) {
            return new OvertakenEdit(suggestion.content(), stored, false, false, false, null);
        }
        SuggestedPost post = suggestion.post();
        return post.isQuestion()
                ? merges.merge(
                        RevisionKind.QUESTION, post.questionId(), suggestion.version(), suggestion.content(), stored)
                : merges.merge(
                        RevisionKind.ANSWER, post.answerId(), suggestion.version(), suggestion.content(), stored);
    }
}
