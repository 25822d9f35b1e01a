package askme.answer;

import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.member.MemberRef;
import askme.question.Question;
import askme.revision.Content;
import askme.revision.OvertakenEdit;
import askme.revision.State;
import askme.session.Rights;
import askme.suggestion.Offers;
import askme.suggestion.SuggestedPost;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionRefused;
import askme.suggestion.Suggestions;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

/** Stores and takes suggested edits of answers. Each method is one transaction. Parameters {@code question} are read before it, see
 * {@link Answers#vote}. */
@ApplicationScoped
public class AnswerSuggestions {

    private final Answers answers;
    private final Suggestions suggestions;
    private final Offers offers;
    private final Drafts drafts;

    AnswerSuggestions(Answers answers, Suggestions suggestions, Offers offers, Drafts drafts) {
        this.answers = answers;
        this.suggestions = suggestions;
        this.offers = offers;
        this.drafts = drafts;
    }

    /**
     * Stores the form as a suggested edit.
     *
     * @throws EditConflict if the answer changed after the form was opened
     * @throws SuggestionRefused if nothing is changed, or if too many wait
     */
    @Transactional
    void propose(long id, long question, AnswerForm form, MemberRef proposer, Rights rights) {
        Answer answer = lock(id, question);
        Rights.require(rights.maySuggest());
        answer.requireUnlocked();
        EditVersion.require(form.version(), answer.editedAt);
        if (form.text().equals(answer.body)) {
            throw new SuggestionRefused(SuggestionRefused.Fault.NO_CHANGE);
        }
        suggestions.propose(
                new Suggestions.Proposal(
                        SuggestedPost.answer(question, id),
                        answer.authorId,
                        Content.ofAnswer(form.text()),
                        form.reason(),
                        EditVersion.of(answer.editedAt)),
                proposer.id());
        drafts.end(proposer.id(), DraftPlace.editOfAnswer(id));
    }

    /**
     * Takes a suggested edit as it is, joined with what changed since.
     *
     * @param version the {@link EditVersion} of the answer that the member saw
     * @param seen see {@link Suggestions#lockWaiting}
     * @return the suggestion
     * @throws EditConflict if the answer changed after the member saw it
     */
    @Transactional
    public Suggestion take(
            SuggestedPost post, long suggestion, String version, String seen, MemberRef reviewer, Rights rights) {
        Answer answer = lock(post.answerId(), post.questionId());
        Suggestion taken = lock(suggestion, seen, answer, rights);
        EditVersion.require(version, answer.editedAt);
        OvertakenEdit offer = offers.of(taken, Content.ofAnswer(answer.body), EditVersion.of(answer.editedAt));
        if (!offer.joined()) {
            throw new EditConflict();
        }
        store(answer, taken, offer.content(), taken.reason(), new State.Taking(reviewer.id(), false));
        return taken;
    }

    /** Takes a suggested edit with the changes that the member made in the form. Otherwise like {@link #take}. */
    @Transactional
    Suggestion takeChanged(
            long id, long question, long suggestion, AnswerForm form, MemberRef reviewer, Rights rights) {
        Answer answer = lock(id, question);
        Suggestion taken = lock(suggestion, null, answer, rights);
        EditVersion.require(form.version(), answer.editedAt);
        OvertakenEdit offer = offers.of(taken, Content.ofAnswer(answer.body), EditVersion.of(answer.editedAt));
        boolean changed = !offer.content().body().equals(form.text());
        store(answer, taken, Content.ofAnswer(form.text()), form.reason(), new State.Taking(reviewer.id(), changed));
        return taken;
    }

    private static Answer lock(long id, long question) {
        Question.lockById(question);
        return Answer.lockById(id, question);
    }

    private Suggestion lock(long suggestion, String seen, Answer answer, Rights rights) {
        Suggestion taken = suggestions.lockWaiting(suggestion, seen);
        if (!taken.post().equals(SuggestedPost.answer(answer.questionId, answer.id))) {
            throw new NotFoundException();
        }
        Rights.require(rights.mayTake(answer.authorId, taken.proposer().id()));
        return taken;
    }

    private void store(Answer answer, Suggestion taken, Content content, String reason, State.Taking taking) {
        if (!content.body().equals(answer.body)) {
            answers.change(answer, State.taken(content, taken.proposer().id(), answers.now(), reason, taking));
        }
        suggestions.taken(taken, taking.changed(), taking.by());
    }
}
