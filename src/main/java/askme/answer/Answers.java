package askme.answer;

import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.Questions;
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

/** What can be done with an answer, each in one transaction with its counters and its outbox rows. */
@ApplicationScoped
public class Answers {

    private final Votes votes;
    private final Outbox outbox;
    private final AnswerPurge removal;
    private final Clock clock;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

    Answers(Votes votes, Outbox outbox, AnswerPurge removal, Clock clock) {
        this.votes = votes;
        this.outbox = outbox;
        this.removal = removal;
        this.clock = clock;
    }

    /**
     * Stores the answer, counts it and records what is to follow; 404 where the question is gone. A form sent twice is one
     * answer.
     */
    @Transactional
    public Answer post(long question, AnswerForm form, MemberRef author) {
        Question.locked(question);
        Member.lock(author.id());
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        return Answer.again(question, form.text(), author.id(), now.minus(Questions.SENT_TWICE))
                .orElseGet(() -> add(question, form, author, now));
    }

    private Answer add(long question, AnswerForm form, MemberRef author, Instant now) {
        Answer answer = new Answer();
        answer.questionId = question;
        answer.authorId = author.id();
        answer.body = form.text();
        answer.answeredAt = now;
        answer.persistAndFlush();
        Question.addAnswers(question, 1);
        Member.addAnswers(author.id(), 1);
        outbox.record(new AnswerPosted(answer.id, question));
        return answer;
    }

    /**
     * Changes the text and returns the answer; the author or an administrator only.
     *
     * @throws EditConflict if somebody else has changed it since the form was opened
     */
    @Transactional
    Answer edit(long id, AnswerForm form, MemberRef editor, boolean admin) {
        Answer answer = Answer.locked(id);
        requireAuthor(answer, editor, admin);
        if (form.text().equals(answer.body)) {
            return answer;
        }
        EditVersion.require(form.version(), answer.editedAt, answer.body);
        answer.body = form.text();
        answer.editedAt = Instant.now(clock);
        outbox.record(new AnswerEdited(id, answer.questionId));
        return answer;
    }

    /** Removes the answer with its votes and returns what it was; the author or an administrator only. */
    @Transactional
    Answer delete(long id, MemberRef editor, boolean admin) {
        Question question = Question.locked(Answer.questionOf(id));
        Answer answer = Answer.locked(id);
        requireAuthor(answer, editor, admin);
        if (answer.accepted) {
            Question.accept(question.id, null);
        }
        Question.addAnswers(question.id, -1);
        Member.addRating(answer.authorId, -answer.rating);
        Member.addAnswers(answer.authorId, -1);
        answer.delete();
        outbox.record(new AnswerDeleted(id, question.id));
        return answer;
    }

    /** Removes some answers of a question that is going to be removed, with their votes. */
    @Transactional
    public void deleteSome(long id) {
        Question question = Question.locked(id);
        if (question.acceptedAnswerId != null) {
            Question.accept(id, null);
        }
        Question.addAnswers(id, -removal.some(id));
    }

    /** Casts, changes or undoes a vote; nobody votes for their own answer. */
    @Transactional
    VoteState vote(long id, MemberRef voter, int value) {
        Answer answer = Answer.locked(id);
        if (answer.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_post());
        }
        Member.lock(answer.authorId, voter.id());
        Votes.Change change = votes.cast(VoteTarget.ANSWER, id, voter.id(), value);
        Answer.addRating(id, change.delta());
        Member.addRating(answer.authorId, change.delta());
        outbox.record(new AnswerVoted(id, answer.questionId));
        return new VoteState(answer.rating + change.delta(), change.vote());
    }

    /** Marks the answer, moving the mark from another; marking it again takes the mark away. The question's author only. */
    @Transactional
    boolean accept(long id, MemberRef marker) {
        Question question = Question.locked(Answer.questionOf(id));
        if (question.authorId != marker.id()) {
            throw new ProblemException(403, "not-the-author", messages.get().only_author_accepts());
        }
        Answer answer = Answer.locked(id);
        boolean accepted = !answer.accepted;
        Long before = question.acceptedAnswerId;
        if (before != null && before != id) {
            Answer.mark(before, false);
            outbox.record(new AnswerAccepted(question.id, before, false));
        }
        Answer.mark(id, accepted);
        Question.accept(question.id, accepted ? id : null);
        outbox.record(new AnswerAccepted(question.id, id, accepted));
        return accepted;
    }

    private static void requireAuthor(Answer answer, MemberRef editor, boolean admin) {
        if (answer.authorId != editor.id() && !admin) {
            throw new ForbiddenException();
        }
    }
}
