package askme.question;

import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.member.MemberRef;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.search.index.SearchIndex;
import askme.tag.Tag;
import askme.vote.VoteState;
import askme.vote.VoteTarget;
import askme.vote.Votes;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Changes questions. Each method is one transaction, which includes the counters and the outbox rows. */
@ApplicationScoped
public class Questions {

    /** A form that arrives again within this time counts as sent twice. */
    public static final Duration SENT_TWICE = Duration.ofSeconds(10);

    private final EntityManager entityManager;
    private final SiteCounter counter;
    private final Votes votes;
    private final Outbox outbox;
    private final PageChanges changes;
    private final SearchIndex index;
    private final PictureUses pictures;
    private final Clock clock;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    Questions(
            EntityManager entityManager,
            SiteCounter counter,
            Votes votes,
            Outbox outbox,
            PageChanges changes,
            SearchIndex index,
            PictureUses pictures,
            Clock clock) {
        this.entityManager = entityManager;
        this.counter = counter;
        this.votes = votes;
        this.outbox = outbox;
        this.changes = changes;
        this.index = index;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Stores the question; a form sent twice gives one question. */
    @Transactional
    Posted<Question> ask(AskForm form, MemberRef author) {
        Member.lock(author.id());
        Instant now = Instant.now(clock);
        return Question.findDuplicate(form, author.id(), now.minus(SENT_TWICE))
                .map(duplicate -> new Posted<>(duplicate, true))
                .orElseGet(() -> new Posted<>(add(form, author, now), false));
    }

    private Question add(AskForm form, MemberRef author, Instant now) {
        List<Long> tags = Tag.idsOf(form.tagNames());
        Question question = Question.asked(form, author, now);
        question.persistAndFlush();
        tag(question, tags);
        index.putQuestion(question.id, question.title, question.body, null);
        pictures.record(QuestionTexts.KIND, question.id, question.body);
        Member.addQuestions(author.id(), 1);
        counter.addQuestions(1);
        outbox.record(new QuestionAsked(question.id));
        return question;
    }

    /**
     * Changes title, text and tags and returns the author's id. Only the author and administrators may do it.
     *
     * @throws EditConflict if the question changed after the form was opened
     */
    @Transactional
    long edit(long id, AskForm form, MemberRef editor, boolean admin) {
        Question question = Question.lockById(id);
        requireAuthor(question, editor, admin);
        if (form.same(question)) {
            return question.authorId;
        }
        EditVersion.require(form.version(), question.editedAt, question.body);
        List<Long> before = Tag.idsOf(question.tags());
        List<Long> after = Tag.idsOf(form.tagNames());
        question.write(form);
        question.editedAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        index.putQuestion(id, question.title, question.body, question.editedAt);
        pictures.record(QuestionTexts.KIND, id, question.body);
        if (!before.equals(after)) {
            untag(question, before);
            tag(question, after);
        }
        changes.record(new QuestionEdited(id));
        return question.authorId;
    }

    /**
     * Deletes a question and returns true; returns false if it has answers. Only the author and administrators may do it. Open
     * pages of the question are notified.
     */
    @Transactional
    public boolean delete(long id, MemberRef editor, boolean admin) {
        Question question = Question.lockById(id);
        requireAuthor(question, editor, admin);
        if (question.answerCount > 0) {
            return false;
        }
        untag(question, Tag.idsOf(question.tags()));
        Member.addRating(question.authorId, -question.rating);
        Member.addQuestions(question.authorId, -1);
        counter.addQuestions(-1);
        question.delete();
        index.removeQuestion(id);
        outbox.record(new QuestionDeleted(id));
        return true;
    }

    /** Casts, changes or removes a vote. Authors cannot vote for their own question. */
    @Transactional
    VoteState vote(long id, MemberRef voter, int value) {
        Question question = Question.lockById(id);
        if (question.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_post());
        }
        Member.lock(question.authorId, voter.id());
        Votes.Change change = votes.cast(VoteTarget.QUESTION, id, voter.id(), value);
        changes.voted(new QuestionVoted(id), change.delta());
        return new VoteState(question.rating + change.delta(), change.vote());
    }

    private void requireAuthor(Question question, MemberRef editor, boolean admin) {
        if (question.authorId != editor.id() && !admin) {
            throw new ForbiddenException();
        }
    }

    private void tag(Question question, List<Long> tags) {
        Tag.addQuestions(tags, 1); // first: with the shared locks of the rows below two askers would deadlock
        if (!tags.isEmpty()) {
            entityManager
                    .createNativeQuery("INSERT INTO question_tag (tag_id, question_id, rating)"
                            + " SELECT id, :question, :rating FROM tag WHERE id IN (:tags)")
                    .setParameter("question", question.id)
                    .setParameter("rating", question.rating)
                    .setParameter("tags", tags)
                    .executeUpdate();
        }
    }

    private void untag(Question question, List<Long> tags) {
        entityManager
                .createNativeQuery("DELETE FROM question_tag WHERE question_id = ?1")
                .setParameter(1, question.id)
                .executeUpdate();
        Tag.addQuestions(tags, -1);
    }
}
