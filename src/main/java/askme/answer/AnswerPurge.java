package askme.answer;

import askme.database.Row;
import askme.deletion.Deletions;
import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.Question;
import askme.search.index.SearchIndex;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Removes deleted answers with all that belongs to them. A batch costs a fixed number of statements. */
@ApplicationScoped
public class AnswerPurge {

    /** The most answers that one call removes. */
    static final int BATCH = 200;

    static final String NEXT =
            "SELECT id FROM answer FORCE INDEX (answer_newer) WHERE question_id = :question ORDER BY id LIMIT :size FOR UPDATE";

    private final Session hibernate;
    private final PageChanges changes;
    private final SearchIndex index;
    private final Deletions deletions;
    private final Drafts drafts;
    private final PictureUses pictures;
    private final ModerationLog log;

    AnswerPurge(
            Session hibernate,
            PageChanges changes,
            SearchIndex index,
            Deletions deletions,
            Drafts drafts,
            PictureUses pictures,
            ModerationLog log) {
        this.hibernate = hibernate;
        this.changes = changes;
        this.index = index;
        this.deletions = deletions;
        this.drafts = drafts;
        this.pictures = pictures;
        this.log = log;
    }

    /**
     * Removes an answer that was deleted, and returns its author's id. 404 if it is not deleted.
     *
     * @param question the answer's question, which may be deleted too
     */
    @Transactional
    public long purge(long question, long id) {
        return remove(question, lock(question, id));
    }

    /** The same for a member with these rights. {@code question} is read before this transaction, see {@link Answers#vote}. */
    @Transactional
    long purge(long question, long id, Rights rights) {
        Answer answer = lock(question, id);
        rights.requireSeeDeleted(answer.authorId);
        Rights.require(rights.mayPurge());
        log.record(rights.memberId(), Act.PURGE, Target.answer(id), answer.authorId, "");
        return remove(question, answer);
    }

    private Answer lock(long question, long id) {
        // The page names the newest answer and the newest comment, also of deleted posts.
        Question.lock(question).filter(found -> !found.hidden).ifPresent(found -> changes.question(found.id));
        return Answer.lockDeleted(id);
    }

    private long remove(long question, Answer answer) {
        remove(List.of(answer.id));
        deletions.remove(question, answer.id);
        return answer.authorId;
    }

    /**
     * Removes up to {@value #BATCH} answers of a deleted question, before the question is removed. Their counters followed the
     * question before. Returns whether there may be more.
     */
    @Transactional
    public boolean purgeSome(long question) {
        Optional<Question> locked = Question.lock(question);
        if (locked.isEmpty() || !locked.get().hidden) {
            throw new NotFoundException();
        }
        List<Long> answers = hibernate
                .createNativeQuery(NEXT, Object[].class)
                .addScalar("id", Long.class)
                .setParameter("question", question)
                .setParameter("size", BATCH)
                .setTupleTransformer((values, names) -> new Row(values, names).id("id"))
                .getResultList();
        if (!answers.isEmpty()) {
            remove(answers);
        }
        return answers.size() == BATCH;
    }

    private void remove(List<Long> answers) {
        // The database deletes their votes, comments, revisions and mail records too.
        hibernate
                .createNativeMutationQuery("DELETE FROM answer WHERE id IN (:answers)")
                .setParameterList("answers", answers)
                .executeUpdate();
        index.removeAnswers(answers);
        pictures.remove(AnswerTexts.KIND, answers);
        drafts.remove(answers.stream()
                .flatMap(id -> Stream.of(DraftPlace.editOfAnswer(id), DraftPlace.commentOn(0, id)))
                .toList());
    }
}
