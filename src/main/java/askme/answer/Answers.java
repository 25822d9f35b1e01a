package askme.answer;

import askme.member.Member;
import askme.member.MemberRef;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.Posted;
import askme.question.Question;
import askme.question.Questions;
import askme.search.index.SearchIndex;
import askme.vote.VoteState;
import askme.vote.VoteTarget;
import askme.vote.Votes;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Changes answers. Each method is one transaction, which includes the counters and the outbox rows. */
@ApplicationScoped
public class Answers {

    private final Votes votes;
    private final PageChanges changes;
    private final SearchIndex index;
    private final PictureUses pictures;
    private final AnswerPurge purge;
    private final Clock clock;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

    Answers(Votes votes, PageChanges changes, SearchIndex index, PictureUses pictures, AnswerPurge purge, Clock clock) {
        this.votes = votes;
        this.changes = changes;
        this.index = index;
        this.pictures = pictures;
        this.purge = purge;
        this.clock = clock;
    }

    /**
     * Stores and counts the answer and records its event; 404 if the question does not exist. A form sent twice gives one
     * answer.
     */
    @Transactional
    public Posted<Answer> post(long question, AnswerForm form, MemberRef author) {
        Question.lockById(question);
        Member.lock(author.id());
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        return Answer.findDuplicate(question, form.text(), author.id(), now.minus(Questions.SENT_TWICE))
                .map(duplicate -> new Posted<>(duplicate, true))
                .orElseGet(() -> new Posted<>(add(question, form, author, now), false));
    }

    private Answer add(long question, AnswerForm form, MemberRef author, Instant now) {
        Answer answer = new Answer();
        answer.questionId = question;
        answer.authorId = author.id();
        answer.body = form.text();
        answer.answeredAt = now;
        answer.persistAndFlush();
        index.putAnswer(answer.id, question, answer.body, null);
        pictures.record(AnswerTexts.KIND, answer.id, answer.body);
        changes.answered(new AnswerPosted(answer.id, question), author.id(), 1, 0);
        return answer;
    }

    /**
     * Changes the text and returns the answer. Only the author and administrators may do it.
     *
     * @throws EditConflict if the answer changed after the form was opened
     */
    @Transactional
    Answer edit(long id, AnswerForm form, MemberRef editor, boolean admin) {
        Question.lockById(Answer.questionOf(id)); // the order of locks
        Answer answer = Answer.lockById(id);
        requireAuthor(answer, editor, admin);
        if (form.text().equals(answer.body)) {
            return answer;
        }
        EditVersion.require(form.version(), answer.editedAt, answer.body);
        answer.body = form.text();
        answer.editedAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        index.putAnswer(id, answer.questionId, answer.body, answer.editedAt);
        pictures.record(AnswerTexts.KIND, id, answer.body);
        changes.record(new AnswerEdited(id, answer.questionId));
        return answer;
    }

    /** Deletes the answer with its votes and returns it. Only its author and administrators may do it. */
    @Transactional
    Answer delete(long id, MemberRef editor, boolean admin) {
        Question question = Question.lockById(Answer.questionOf(id));
        Answer answer = Answer.lockById(id);
        requireAuthor(answer, editor, admin);
        if (answer.accepted) {
            Question.accept(question.id, null);
        }
        changes.answered(new AnswerDeleted(id, question.id), answer.authorId, -1, -answer.rating);
        answer.delete();
        index.removeAnswers(List.of(id));
        return answer;
    }

    /** Deletes up to {@value AnswerPurge#BATCH} answers of a question, with their votes, before the question is deleted. */
    @Transactional
    public void deleteSome(long id) {
        Question question = Question.lockById(id);
        if (question.acceptedAnswerId != null) {
            Question.accept(id, null);
        }
        Question.addAnswers(id, -purge.deleteBatch(id));
        changes.question(id);
    }

    /**
     * Casts, changes or removes a vote. Authors cannot vote for their own answer.
     *
     * @param questionId the answer's question, read before this transaction. A read before the locks would fix what the transaction
     *     sees (REPEATABLE READ), and so hide the votes of others who hold the locks.
     */
    @Transactional
    VoteState vote(long id, long questionId, MemberRef voter, int value) {
        changes.record(new AnswerVoted(id, questionId)); // first, because it locks the question
        Answer answer = Answer.lockById(id);
        if (answer.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_post());
        }
        Member.lock(answer.authorId, voter.id());
        Votes.Change change = votes.cast(VoteTarget.ANSWER, id, voter.id(), value);
        Answer.addRating(id, change.delta());
        return new VoteState(answer.rating + change.delta(), change.vote());
    }

    /**
     * Accepts the answer, or removes the mark if it was accepted. Only the question's author may do it. Another accepted answer
     * loses its mark. Returns whether the answer is accepted now.
     */
    @Transactional
    boolean accept(long id, MemberRef marker) {
        Question question = Question.lockById(Answer.questionOf(id));
        if (question.authorId != marker.id()) {
            throw new ProblemException(403, "not-the-author", messages.get().only_author_accepts());
        }
        Answer answer = Answer.lockById(id);
        boolean accepted = !answer.accepted;
        Long previous = question.acceptedAnswerId;
        if (previous != null && previous != id) {
            Answer.mark(previous, false);
            changes.record(new AnswerAccepted(question.id, previous, false));
        }
        Answer.mark(id, accepted);
        Question.accept(question.id, accepted ? id : null);
        changes.record(new AnswerAccepted(question.id, id, accepted));
        return accepted;
    }

    private static void requireAuthor(Answer answer, MemberRef editor, boolean admin) {
        if (answer.authorId != editor.id() && !admin) {
            throw new ForbiddenException();
        }
    }
}
