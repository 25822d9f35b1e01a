package askme.question;

import askme.deletion.Deletion;
import askme.deletion.Deletions;
import askme.deletion.QuestionUndeleted;
import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.picture.PictureUses;
import askme.question.listed.ListedQuestions;
import askme.search.index.SearchIndex;
import askme.session.Rights;
import askme.suggestion.Suggestions;
import askme.tag.QuestionTags;
import askme.tag.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Deletes and undeletes questions. A deleted question keeps its row, its votes and its comments. Its answers follow in batches, see
 * {@code askme.answer.AnswersOfDeleted}.
 */
@ApplicationScoped
public class QuestionDeletion {

    /** Whether another member than {@code author} has a visible answer. */
    static final String ANSWERED_BY_OTHERS = "SELECT id FROM answer FORCE INDEX (answer_visible_newer)"
            + " WHERE question_id = :id AND hidden = 0 AND author_id <> :author LIMIT 1";

    /** When the question was last commented, or null. */
    static final String LAST_COMMENT = "SELECT posted_at FROM comment FORCE INDEX (comment_newer)"
            + " WHERE question_id = :id ORDER BY id DESC LIMIT 1";

    private static final String VOTES =
            "SELECT COALESCE(SUM(value), 0) + COALESCE((SELECT imported_rating FROM imported_question WHERE question_id = :id), 0)"
                    + " AS votes FROM question_vote WHERE question_id = :id";

    private final Session hibernate;
    private final QuestionTags tags;
    private final SiteCounter counter;
    private final Outbox outbox;
    private final SearchIndex index;
    private final ListedQuestions listed;
    private final Deletions deletions;
    private final Drafts drafts;
    private final PictureUses pictures;
    private final Suggestions suggestions;
    private final ModerationLog log;

    QuestionDeletion(
            Session hibernate,
            QuestionTags tags,
            SiteCounter counter,
            Outbox outbox,
            SearchIndex index,
            ListedQuestions listed,
            Deletions deletions,
            Drafts drafts,
            PictureUses pictures,
            Suggestions suggestions,
            ModerationLog log) {
        this.hibernate = hibernate;
        this.tags = tags;
        this.counter = counter;
        this.outbox = outbox;
        this.index = index;
        this.listed = listed;
        this.deletions = deletions;
        this.drafts = drafts;
        this.pictures = pictures;
        this.suggestions = suggestions;
        this.log = log;
    }

    /**
     * Hides the question, takes its counts and its rating back, and returns its author's id. Empty if others have answered it, so
     * that the member may not delete it. Open pages of the question are notified.
     */
    @Transactional
    public OptionalLong delete(long id, MemberRef deleter, Rights rights) {
        return delete(id, deleter, rights, "");
    }

    /** The same with a reason, which the author reads in the log. */
    @Transactional
    public OptionalLong delete(long id, MemberRef deleter, Rights rights, String reason) {
        Question question = Question.lockById(id);
        Rights.require(rights.mayDelete(question.authorId));
        Question.requireUnlocked(question.locked && !rights.mayLock());
        if (!rights.mayDeleteAnswered() && isAnsweredByOthers(question)) {
            return OptionalLong.empty();
        }
        hide(question, deleter.id());
        record(question, deleter.id(), Act.DELETE, reason);
        return OptionalLong.of(question.authorId);
    }

    /** Deletes a question without an entry of the log: the caller records one for this, or for all posts of a member. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sweep(long id, long deleter) {
        hide(Question.lockById(id), deleter);
    }

    private void record(Question question, long actor, Act act, String reason) {
        if (actor != question.authorId) {
            log.record(actor, act, Target.question(question.id), question.authorId, reason);
        }
    }

    private void hide(Question question, long deleter) {
        long id = question.id;
        if (question.acceptedAnswerId != null) {
            Question.accept(id, null);
            change("UPDATE answer SET accepted = 0 WHERE id = :id", question.acceptedAnswerId);
        }
        tags.remove(id, Tag.idsOf(question.tags()));
        Member.addRating(question.authorId, -question.rating);
        Member.addQuestions(question.authorId, -1);
        counter.addQuestions(-1);
        Question.hide(id, true);
        deletions.add(id, Deletions.QUESTION, question.authorId, deleter);
        suggestions.removeWaiting(id, 0);
        index.removeQuestion(id);
        listed.remove(id);
        outbox.record(new QuestionDeleted(id));
    }

    /**
     * Shows a deleted question again, with the rating that its votes give, and returns its author's id. 404 for those who may not see
     * it.
     */
    @Transactional
    public long undelete(long id, Rights rights) {
        Question question = lockDeleted(id);
        Deletion deletion = deletions.find(id, Deletions.QUESTION).orElseThrow(NotFoundException::new);
        rights.requireSeeDeleted(question.authorId);
        Rights.require(rights.mayUndelete(question.authorId, deletion.byId()));
        show(question);
        record(question, rights.memberId(), Act.UNDELETE, "");
        return question.authorId;
    }

    /** Takes {@link #sweep} back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unsweep(long id) {
        show(lockDeleted(id));
    }

    private void show(Question question) {
        long id = question.id;
        question.rating = hibernate
                .createNativeQuery(VOTES, Integer.class)
                .addScalar("votes", Integer.class)
                .setParameter("id", id)
                .getSingleResult();
        hibernate
                .createNativeMutationQuery("UPDATE question SET rating = :rating WHERE id = :id")
                .setParameter("rating", question.rating)
                .setParameter("id", id)
                .executeUpdate();
        Question.hide(id, false);
        List<Tag.Ref> named =
                Tag.typed(question.tags()); // a tag may have been renamed or merged since the question was deleted
        List<Long> tagIds = named.stream().map(Tag.Ref::id).toList();
        question.tagNames = named.stream().map(Tag.Ref::name).collect(Collectors.joining(" "));
        tags.add(id, question.rating, tagIds);
        Member.addRating(question.authorId, question.rating);
        Member.addQuestions(question.authorId, 1);
        counter.addQuestions(1);
        deletions.remove(id, Deletions.QUESTION);
        index.putQuestion(id, question.title, question.body, question.editedAt);
        listed.add(id, lastActivity(question), tagIds);
        outbox.record(new QuestionUndeleted(id));
    }

    /**
     * Removes a deleted question for good, and returns its author's id. Its answers were removed before. 404 if it is not deleted. The
     * database deletes its votes, comments and revisions too.
     */
    @Transactional
    public long purge(long id) {
        Question question = lockDeleted(id);
        question.delete();
        deletions.removeAll(id);
        hibernate
                .createNativeMutationQuery("DELETE FROM question_views WHERE question_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        pictures.remove(QuestionTexts.KIND, List.of(id));
        drafts.remove(List.of(DraftPlace.editOfQuestion(id), DraftPlace.answerTo(id), DraftPlace.commentOn(id, null)));
        return question.authorId;
    }

    /**
     * Records that the member with these rights begins to purge the deleted question {@code id}. 404 for those who may not see it, 403 for
     * those who may not purge it.
     */
    @Transactional
    public void beginPurge(long id, Rights rights) {
        Question deleted = Question.<Question>findByIdOptional(id)
                .filter(question -> question.hidden)
                .orElseThrow(NotFoundException::new);
        rights.requireSeeDeleted(deleted.authorId);
        Rights.require(rights.mayPurge());
        log.record(rights.memberId(), Act.PURGE, Target.question(id), deleted.authorId, "");
    }

    private static Question lockDeleted(long id) {
        return Question.lock(id).filter(question -> question.hidden).orElseThrow(NotFoundException::new);
    }

    /** Whether the author alone, without the right to delete answers of others, cannot delete the question. */
    boolean isAnsweredByOthers(Question question) {
        return question.answerCount > 0
                && !hibernate
                        .createNativeQuery(ANSWERED_BY_OTHERS, Long.class)
                        .addScalar("id", Long.class)
                        .setParameter("id", question.id)
                        .setParameter("author", question.authorId)
                        .getResultList()
                        .isEmpty();
    }

    /** Without the answers, which are hidden: the list learns of their times when they follow. */
    private Instant lastActivity(Question question) {
        Instant written = question.editedAt == null ? question.askedAt : question.editedAt;
        return hibernate
                .createNativeQuery(LAST_COMMENT, Instant.class)
                .addScalar("posted_at", Instant.class)
                .setParameter("id", question.id)
                .uniqueResultOptional()
                .filter(written::isBefore)
                .orElse(written);
    }

    private void change(String sql, long id) {
        hibernate.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
    }
}
