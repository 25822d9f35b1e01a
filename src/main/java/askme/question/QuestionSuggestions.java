package askme.question;

import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.member.MemberRef;
import askme.revision.Content;
import askme.revision.OvertakenEdit;
import askme.revision.State;
import askme.session.Rights;
import askme.suggestion.Offers;
import askme.suggestion.SuggestedPost;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionRefused;
import askme.suggestion.Suggestions;
import askme.tag.edit.ReservedTags;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

/** Stores and takes suggested edits of questions. Each method is one transaction. */
@ApplicationScoped
public class QuestionSuggestions {

    private final Questions questions;
    private final Suggestions suggestions;
    private final Offers offers;
    private final Drafts drafts;
    private final ReservedTags reserved;

    QuestionSuggestions(
            Questions questions, Suggestions suggestions, Offers offers, Drafts drafts, ReservedTags reserved) {
        this.questions = questions;
        this.suggestions = suggestions;
        this.offers = offers;
        this.drafts = drafts;
        this.reserved = reserved;
    }

    /**
     * Stores the form as a suggested edit.
     *
     * @throws EditConflict if the question changed after the form was opened
     * @throws SuggestionRefused if nothing is changed, or if too many wait
     */
    @Transactional
    void propose(long id, AskForm form, MemberRef proposer, Rights rights) {
        Question question = Question.lockById(id);
        Rights.require(rights.maySuggest());
        question.requireUnlocked();
        EditVersion.require(form.version(), question.editedAt);
        if (form.same(question)) {
            throw new SuggestionRefused(SuggestionRefused.Fault.NO_CHANGE);
        }
        suggestions.propose(
                new Suggestions.Proposal(
                        SuggestedPost.question(id),
                        question.authorId,
                        form.content(),
                        form.reason(),
                        EditVersion.of(question.editedAt)),
                proposer.id());
        drafts.end(proposer.id(), DraftPlace.editOfQuestion(id));
    }

    /**
     * Takes a suggested edit as it is, joined with what changed since.
     *
     * @param version the {@link EditVersion} of the question that the member saw
     * @param seen see {@link Suggestions#lockWaiting}
     * @return the suggestion
     * @throws EditConflict if the question changed after the member saw it
     */
    @Transactional
    public Suggestion take(long id, long suggestion, String version, String seen, MemberRef reviewer, Rights rights) {
        Question question = Question.lockById(id);
        Suggestion taken = lock(id, suggestion, seen, question, rights);
        EditVersion.require(version, question.editedAt);
        OvertakenEdit offer = offers.of(taken, question.content(), EditVersion.of(question.editedAt));
        if (!offer.joined()) {
            throw new EditConflict();
        }
        reserved.require(offer.content().tags(), question.tags(), rights);
        store(question, taken, offer.content(), taken.reason(), new State.Taking(reviewer.id(), false));
        return taken;
    }

    /** Takes a suggested edit with the changes that the member made in the form. Otherwise like {@link #take}. */
    @Transactional
    Suggestion takeChanged(long id, long suggestion, AskForm form, MemberRef reviewer, Rights rights) {
        Question question = Question.lockById(id);
        Suggestion taken = lock(id, suggestion, null, question, rights);
        EditVersion.require(form.version(), question.editedAt);
        OvertakenEdit offer = offers.of(taken, question.content(), EditVersion.of(question.editedAt));
        reserved.require(form.tagNames(), question.tags(), rights);
        boolean changed = !offer.content().equals(form.content());
        store(question, taken, form.content(), form.reason(), new State.Taking(reviewer.id(), changed));
        return taken;
    }

    private Suggestion lock(long id, long suggestion, String seen, Question question, Rights rights) {
        Suggestion taken = suggestions.lockWaiting(suggestion, seen);
        if (!taken.post().equals(SuggestedPost.question(id))) {
            throw new NotFoundException();
        }
        Rights.require(rights.mayTake(question.authorId, taken.proposer().id()));
        return taken;
    }

    private void store(Question question, Suggestion taken, Content content, String reason, State.Taking taking) {
        if (!content.equals(question.content())) {
            questions.change(question, State.taken(content, taken.proposer().id(), questions.now(), reason, taking));
        }
        suggestions.taken(taken, taking.changed(), taking.by());
    }
}
