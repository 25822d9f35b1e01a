package askme.answer;

import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.follow.Follows;
import askme.member.Member;
import askme.member.MemberRef;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.Question;
import askme.question.Questions;
import askme.question.listed.ListedQuestions;
import askme.revision.Content;
import askme.revision.RevisionKind;
import askme.revision.RevisionQueries;
import askme.revision.Revisions;
import askme.revision.State;
import askme.search.index.SearchIndex;
import askme.session.Rights;
import askme.vote.VoteState;
import askme.vote.VoteTarget;
import askme.vote.Votes;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import askme.web.page.Posted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Changes answers. Each method is one transaction, which includes the counters and the outbox rows. */
@ApplicationScoped
public class Answers {

    private final Votes votes;
    private final PageChanges changes;
    private final SearchIndex index;
    private final PictureUses pictures;
    private final Revisions revisions;
    private final RevisionQueries earlier;
    private final Drafts drafts;
    private final ListedQuestions listed;
    private final Follows follows;
    private final Clock clock;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

    Answers(
            Votes votes,
            PageChanges changes,
            SearchIndex index,
            Revisions revisions,
            RevisionQueries earlier,
            Drafts drafts,
            ListedQuestions listed,
            PictureUses pictures,
            Follows follows,
            Clock clock) {
        this.votes = votes;
        this.changes = changes;
        this.index = index;
        this.pictures = pictures;
        this.drafts = drafts;
        this.revisions = revisions;
        this.earlier = earlier;
        this.listed = listed;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Stores and counts the answer and records its event; 404 if the question does not exist. A form sent twice gives one
     * answer.
     */
    @Transactional
    public Posted<Answer> post(long question, AnswerForm form, MemberRef author) {
        Question.lockById(question).requireOpen().requireUnlocked();
        Member.lock(author.id());
        drafts.end(author.id(), DraftPlace.answerTo(question));
        Instant now = now();
        return Answer.findDuplicate(question, form.text(), author.id(), now.minus(Questions.SENT_TWICE))
                .map(duplicate -> new Posted<>(duplicate, true))
                .orElseGet(() -> new Posted<>(insert(question, form.text(), author.id(), now), false));
    }

    /** Adds an answer that was held before, as if its author posted it now. Returns its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long publish(long question, String text, long author) {
        Question.lockById(question).requireOpen().requireUnlocked();
        return add(question, text, author).id;
    }

    /** Stores and counts an answer with {@code text}. The caller has locked the question. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer add(long question, String text, long author) {
        Member.lock(author);
        return insert(question, text, author, now());
    }

    private Answer insert(long question, String text, long author, Instant now) {
        Answer answer = new Answer();
        answer.questionId = question;
        answer.authorId = author;
        answer.body = text;
        answer.answeredAt = now;
        answer.persistAndFlush();
        index.putAnswer(answer.id, question, answer.body, null);
        pictures.record(AnswerTexts.KIND, answer.id, answer.body);
        follows.ownPost(author, question);
        changes.answered(new AnswerPosted(answer.id, question), author, 1, 0);
        listed.active(question, now);
        return answer;
    }

    /**
     * Changes the text and returns the answer.
     *
     * @throws EditConflict if the answer changed after the form was opened
     */
    @Transactional
    Answer edit(long id, AnswerForm form, MemberRef editor, Rights rights) {
        Question question = Question.lockById(Answer.questionOf(id)); // the order of locks
        Answer answer = Answer.lockById(id, question.id);
        Rights.require(rights.mayEdit(answer.authorId));
        drafts.end(editor.id(), DraftPlace.editOfAnswer(id));
        if (!form.text().equals(answer.body)) {
            EditVersion.require(form.version(), answer.editedAt);
            change(answer, State.edited(Content.ofAnswer(form.text()), editor.id(), now(), form.reason()));
        }
        return answer;
    }

    /**
     * Writes an earlier revision as a new one and returns the answer.
     *
     * @param number of the earlier revision
     * @param version the {@link EditVersion} that the member saw
     * @throws EditConflict if the answer changed after that
     */
    @Transactional
    Answer restore(long id, int number, String version, MemberRef editor, Rights rights) {
        Question question = Question.lockById(Answer.questionOf(id)); // the order of locks
        Answer answer = Answer.lockById(id, question.id);
        Rights.require(rights.mayRestore(answer.authorId));
        Content content = earlier.one(RevisionKind.ANSWER, id, number).orElseThrow(NotFoundException::new);
        if (!content.body().equals(answer.body)) {
            EditVersion.require(version, answer.editedAt);
            change(answer, State.restored(content, editor.id(), now(), number));
        }
        return answer;
    }

    /** Makes {@code after} the text of an answer that the caller has locked, after its question. */
    @Transactional(Transactional.TxType.MANDATORY)
    void change(Answer answer, State after) {
        answer.requireUnlocked();
        State before = State.before(
                Content.ofAnswer(answer.body), answer.authorId, answer.answeredAt, answer.editedBy, answer.editedAt);
        answer.revision = revisions.store(RevisionKind.ANSWER, answer.id, answer.revision, before, after);
        answer.body = after.content().body();
        answer.editedAt = after.at();
        answer.editedBy = after.editor();
        index.putAnswer(answer.id, answer.questionId, answer.body, answer.editedAt);
        pictures.record(AnswerTexts.KIND, answer.id, answer.body);
        changes.record(new AnswerEdited(answer.id, answer.questionId));
        listed.active(answer.questionId, answer.editedAt);
    }

    /** The time of a change, as exact as the database stores it. */
    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Casts, changes or removes a vote. Authors cannot vote for their own answer.
     *
     * @param origin read before this transaction. A read before the locks would fix what the transaction sees (REPEATABLE READ), and
     *     so hide the votes of others who hold the locks.
     */
    @Transactional
    VoteState vote(long id, Answer.Origin origin, MemberRef voter, int value) {
        changes.record(new AnswerVoted(id, origin.questionId())); // first, because it locks the question
        Answer.Voted locked = Answer.lockForVote(id, origin, voter.id());
        Answer answer = locked.answer();
        if (answer.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_post());
        }
        answer.requireUnlocked();
        Votes.Change change = votes.cast(VoteTarget.ANSWER, id, voter.id(), locked.vote(), value);
        Answer.addRating(id, change.delta());
        listed.addGoodAnswers(
                origin.questionId(),
                change(answer.isGood(), Answer.isGood(answer.accepted, answer.rating + change.delta())));
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
        question.requireUnlocked();
        Answer answer = Answer.lockById(id, question.id);
        answer.requireUnlocked();
        boolean accepted = !answer.accepted;
        Long previous = question.acceptedAnswerId;
        int moreGood = change(answer.isGood(), Answer.isGood(accepted, answer.rating));
        if (previous != null && previous != id) {
            Answer other = Answer.lockById(previous, question.id);
            moreGood += change(other.isGood(), Answer.isGood(false, other.rating));
            Answer.mark(previous, false);
            changes.record(new AnswerAccepted(question.id, previous, false));
        }
        Answer.mark(id, accepted);
        Question.accept(question.id, accepted ? id : null);
        changes.record(new AnswerAccepted(question.id, id, accepted));
        listed.addGoodAnswers(question.id, moreGood);
        return accepted;
    }

    /** The difference for the number of good answers: 1, -1 or 0. */
    private static int change(boolean before, boolean now) {
        return Boolean.compare(now, before);
    }
}
