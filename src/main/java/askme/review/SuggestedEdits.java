package askme.review;

import askme.revision.RevisionsPage;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.suggestion.Offers;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionOutcome;
import askme.suggestion.SuggestionQueries;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggested edits with the change that they make, for their page and for the review queue. */
@ApplicationScoped
class SuggestedEdits {

    /** The review queue shows the last ones; each costs a few statements. */
    static final int MOST_IN_QUEUE = 10;

    private final SuggestionQueries queries;
    private final SuggestedPosts posts;
    private final Offers offers;
    private final CurrentMember current;

    SuggestedEdits(SuggestionQueries queries, SuggestedPosts posts, Offers offers, CurrentMember current) {
        this.queries = queries;
        this.posts = posts;
        this.offers = offers;
        this.current = current;
    }

    /** The page of one suggested edit, for its proposer and for reviewers. */
    SuggestedEditPage page(Suggestion suggestion, RevisionsPage.View view) {
        Rights rights = current.rights();
        boolean own = suggestion.proposer().id() == rights.memberId();
        Rights.require(own || rights.mayReview(suggestion.author()));
        SuggestedEditPage.Stored stored = posts.stored(suggestion.post());
        boolean waiting = suggestion.waiting();
        SuggestedEditPage.Acts acts = new SuggestedEditPage.Acts(
                waiting
                        && rights.mayTake(
                                suggestion.author(), suggestion.proposer().id()),
                waiting && !own && rights.mayReview(suggestion.author()),
                waiting && own);
        return SuggestedEditPage.of(
                suggestion,
                stored,
                view,
                offers.of(suggestion, stored.content(), stored.version()),
                posts.base(suggestion, stored),
                acts);
    }

    /** The last suggested edits that wait, for members who may decide all of them. */
    List<SuggestedEditPage> inQueue() {
        RevisionsPage.View view = RevisionsPage.View.of(null, null);
        return queries.waiting(ListKey.of(null)).rows().stream()
                .limit(MOST_IN_QUEUE)
                .flatMap(listed -> find(listed.id()))
                .map(suggestion -> page(suggestion, view))
                .toList();
    }

    /** The states of suggested edits that a page of the queue shows. */
    List<SuggestionOutcome> outcomes(List<Long> shown) {
        return shown == null
                ? List.of()
                : queries.outcomes(
                        shown.stream().distinct().limit(MOST_IN_QUEUE).toList());
    }

    /** Empty if it was decided, or its post was deleted, after the list was read. */
    private Stream<Suggestion> find(long id) {
        try {
            return Optional.of(queries.require(id)).filter(Suggestion::waiting).stream();
        } catch (NotFoundException deletedSince) {
            return Stream.empty();
        }
    }
}
