package askme.pagecache;

import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/**
 * The one place that every change of what a page shows goes through. It raises the version that cached pages are compared with, in
 * the transaction of the change. So a page from before the change is never sent after its commit, by any process.
 *
 * <p>It locks the row of the question. Call it before answers or members are locked: the order of locks is question, answer, members.
 */
@ApplicationScoped
public class PageChanges {

    static final String QUESTION = "UPDATE question SET version = version + 1 WHERE id = :id";

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

    /** Raises the version of a question, for a change without an event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void question(long id) {
        hibernate.createNativeMutationQuery(QUESTION).setParameter("id", id).executeUpdate();
    }

    /** Raises the version of all pages, for a rare change that many pages show: a nickname, a picture. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void site() {
        hibernate.createNativeMutationQuery(SITE).executeUpdate();
    }
}
