package askme.suggestion;

import askme.member.MemberRef;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/** Decides what the edit form of a post does for a member. */
@ApplicationScoped
public class EditModes {

    private final SuggestionQueries queries;

    EditModes(SuggestionQueries queries) {
        this.queries = queries;
    }

    /**
     * The mode of the form. 403 if the member may not do it.
     *
     * @param author the id of the post's author
     * @param suggestion the id in {@link SuggestionLinks#PARAMETER}; null without one
     * @throws DecidedBefore if that suggestion does not wait any longer
     */
    public EditMode of(SuggestedPost post, long author, String suggestion, MemberRef editor, Rights rights) {
        if (suggestion != null) {
            return taking(post, author, suggestion, rights);
        }
        if (rights.mayEdit(author)) {
            return EditMode.STORES;
        }
        Rights.require(rights.maySuggest());
        return new EditMode(true, queries.own(post, editor.id()).orElse(null));
    }

    private EditMode taking(SuggestedPost post, long author, String id, Rights rights) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException();
        }
        Suggestion suggestion = queries.require(Long.parseLong(id));
        if (!suggestion.post().equals(post)) {
            throw new NotFoundException();
        }
        Rights.require(rights.mayTake(author, suggestion.proposer().id()));
        if (!suggestion.waiting()) {
            throw new DecidedBefore(suggestion);
        }
        return new EditMode(false, suggestion);
    }
}
