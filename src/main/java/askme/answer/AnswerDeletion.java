package askme.answer;

import askme.deletion.Deletion;
import askme.deletion.Deletions;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.question.listed.ListedQuestions;
import askme.search.index.SearchIndex;
import askme.session.Rights;
import askme.suggestion.Suggestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deletes and undeletes answers. A deleted answer keeps its row, its votes and its comments. */
@ApplicationScoped
public class AnswerDeletion {

    private final PageChanges changes;
    private final SearchIndex index;
    private final ListedQuestions listed;
    private final Deletions deletions;
    private final AnswerQueries queries;
    private final Suggestions suggestions;
    private final ModerationLog log;

    AnswerDeletion(
            PageChanges changes,
            SearchIndex index,
            ListedQuestions listed,
            Deletions deletions,
            AnswerQueries queries,
            Suggestions suggestions,
            ModerationLog log) {
        this.changes = changes;
        this.index = index;
        this.listed = listed;
        this.deletions = deletions;
        this.queries = queries;
        this.suggestions = suggestions;
        this.log = log;
    }

    /** Hides the answer, takes its counts and its rating back, and returns it. */
    @Transactional
    Answer delete(long id, MemberRef deleter, Rights rights) {
        return delete(id, deleter, rights, "");
    }

    /** The same with a reason, which the author reads in the log. */
    @Transactional
    public Answer delete(long id, MemberRef deleter, Rights rights, String reason) {
        Question question = Question.lockById(Answer.questionOf(id));
        Answer answer = Answer.lockById(id, question.id);
        Rights.require(rights.mayDelete(answer.authorId));
        Question.requireUnlocked(answer.locked && !rights.mayLock());
        hide(question, answer, deleter.id());
        record(answer, deleter.id(), Act.DELETE, reason);
        return answer;
    }

    /** Deletes an answer without an entry of the log: the caller records one for this, or for all posts of a member. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sweep(long id, long questionId, long deleter) {
        Question question = Question.lockById(questionId);
        hide(question, Answer.lockById(id, questionId), deleter);
    }

    private void record(Answer answer, long actor, Act act, String reason) {
        if (actor != answer.authorId) {
            log.record(actor, act, Target.answer(answer.id), answer.authorId, reason);
        }
    }

    private void hide(Question question, Answer answer, long deleter) {
        long id = answer.id;
        if (answer.accepted) {
            Question.accept(question.id, null);
            Answer.mark(id, false);
        }
        changes.answered(new AnswerDeleted(id, question.id), answer.authorId, -1, -answer.rating);
        Answer.hide(id, Answer.DELETED);
        deletions.add(question.id, id, answer.authorId, deleter);
        suggestions.removeWaiting(question.id, id);
        index.removeAnswers(List.of(id));
        listed.addGoodAnswers(question.id, answer.isGood() ? -1 : 0);
    }

    /**
     * Shows a deleted answer again, with the rating that its votes give, and returns it. It is not accepted any longer.
     *
     * @param questionId the answer's question, read before this transaction, see {@link Answers#vote}
     */
    @Transactional
    public Answer undelete(long id, long questionId, Rights rights) {
        Question question = Question.lockById(questionId);
        Answer answer = Answer.lockDeleted(id);
        Deletion deletion = deletions.find(question.id, id).orElseThrow(NotFoundException::new);
        rights.requireSeeDeleted(answer.authorId);
        Rights.require(rights.mayUndelete(answer.authorId, deletion.byId()));
        show(question, answer);
        record(answer, rights.memberId(), Act.UNDELETE, "");
        return answer;
    }

    /** Takes {@link #sweep} back. 404 if the question is deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unsweep(long id, long questionId) {
        Question question = Question.lockById(questionId);
        show(question, Answer.lockDeleted(id));
    }

    private void show(Question question, Answer answer) {
        long id = answer.id;
        int rating = Answer.countVotes(id);
        Answer.setRating(id, rating);
        changes.answered(new AnswerUndeleted(id, question.id), answer.authorId, 1, rating);
        Answer.hide(id, Answer.VISIBLE);
        deletions.remove(question.id, id);
        index.putAnswer(id, question.id, answer.body, answer.editedAt);
        listed.addGoodAnswers(question.id, Answer.isGood(false, rating) ? 1 : 0);
    }

    /** The question of an answer that was deleted; 404 for those who may not see it, and if the question was deleted too. */
    long questionOfDeleted(long id, Rights rights) {
        long question = Question.require(Answer.questionOfDeleted(id)).id;
        rights.requireSeeDeleted(Answer.<Answer>findById(id).authorId);
        return question;
    }

    /**
     * The last deleted answers of a question that this reader may see, the oldest answer first.
     *
     * @param reader the id of the reader, 0 for a guest
     */
    public List<DeletedAnswer> visibleTo(long reader, Rights rights, long question) {
        List<Deletion> found =
                rights.maySeeAllDeleted() ? deletions.answersOf(question) : deletions.answersOf(question, reader);
        Map<Long, AnswerCard> cards = queries
                .deleted(found.stream().map(Deletion::answerId).toList())
                .stream()
                .collect(Collectors.toMap(AnswerCard::id, Function.identity()));
        return found.stream()
                .sorted(Comparator.comparing(Deletion::answerId))
                .filter(deletion -> cards.containsKey(deletion.answerId())) // another request may have changed it
                .map(deletion -> new DeletedAnswer(cards.get(deletion.answerId()), deletion))
                .toList();
    }
}
