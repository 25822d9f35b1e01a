package askme.pagecache;

import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import org.hibernate.Session;

/**
 * The one place that every change of what a page shows goes through. It raises the version that cached pages are compared with, in
 * the transaction of the change. So a page from before the change is never sent after its commit, by any process.
 *
 * <p>It locks the row of the question. Call it before answers or members are locked: the order of locks is question, answer, members.
 */
@ApplicationScoped
public class PageChanges {

    static final String QUESTION = "UPDATE question SET version = version + 1 WHERE id = :id AND version >= 0";

    /** The same, unless a moderator has locked the question. */
    static final String UNLOCKED = QUESTION + " AND (version >> 58) & 1 = 0";

    /** The state of a question is in its version, see {@code V38__closing.sql}. */
    static final String STATE = "UPDATE question SET version = version + 1 + :step WHERE id = :id AND version >= 0";

    /** A vote: the ratings of the question, of its author and of the question in the lists of its tags. */
    static final String VOTED = """
            UPDATE question q
            JOIN member m ON m.id = q.author_id
            LEFT JOIN question_tag t ON t.question_id = q.id
            SET q.version = q.version + 1, q.rating = q.rating + :delta, m.rating = m.rating + :delta, t.rating = t.rating + :delta
            WHERE q.id = :id""";

    /** A new or deleted answer: the counts of the question and of the answer's author. */
    static final String ANSWERED = """
            UPDATE question q
            JOIN member m ON m.id = :author
            SET q.version = q.version + 1, q.answer_count = q.answer_count + :answers,
                m.answer_count = m.answer_count + :answers, m.rating = m.rating + :rating
            WHERE q.id = :id""";

    /** For commands that change many rows by SQL. Processes that serve pages may run at the same time. */
    public static final String SITE = "UPDATE site_counter SET value = value + 1 WHERE name = 'page-version'";

    private final Session hibernate;
    private final Outbox outbox;

    PageChanges(Session hibernate, Outbox outbox) {
        this.hibernate = hibernate;
        this.outbox = outbox;
    }

    /** Records the event in the outbox, and raises the version of its question. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(ChangesQuestion event) {
        question(event.questionId());
        outbox.record(event);
    }

    /** Records a vote for a question, and adds {@code delta} to the ratings that it changes: one statement for all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void voted(ChangesQuestion event, int delta) {
        hibernate
                .createNativeMutationQuery(VOTED)
                .setParameter("delta", delta)
                .setParameter("id", event.questionId())
                .executeUpdate();
        outbox.record(event);
    }

    /**
     * Records a new or deleted answer, and adds to the counts that it changes.
     *
     * @param author the id of the answer's author
     * @param answers 1 or -1
     * @param rating what the author's rating gains or loses
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void answered(ChangesQuestion event, long author, int answers, int rating) {
        hibernate
                .createNativeMutationQuery(ANSWERED)
                .setParameter("author", author)
                .setParameter("answers", answers)
                .setParameter("rating", rating)
                .setParameter("id", event.questionId())
                .executeUpdate();
        outbox.record(event);
    }

    /** Raises the version of a question, for a change without an event. 404 if the question does not exist or was deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void question(long id) {
        if (hibernate.createNativeMutationQuery(QUESTION).setParameter("id", id).executeUpdate() == 0) {
            throw new NotFoundException();
        }
    }

    /** The same for a change that a locked question refuses. Returns false if it is locked; nothing has changed then. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean unlocked(long id) {
        if (hibernate.createNativeMutationQuery(UNLOCKED).setParameter("id", id).executeUpdate() == 1) {
            return true;
        }
        question(id); // 404 if it does not exist
        return false;
    }

    /** Records that a question was closed, opened, locked or unlocked. The caller has locked its row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void state(ChangesQuestion event, long step) {
        hibernate
                .createNativeMutationQuery(STATE)
                .setParameter("step", step)
                .setParameter("id", event.questionId())
                .executeUpdate();
        outbox.record(event);
    }

    /** Raises the version of all pages, for a rare change that many pages show: a nickname, a picture. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void site() {
        hibernate.createNativeMutationQuery(SITE).executeUpdate();
    }
}
