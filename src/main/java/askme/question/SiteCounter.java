package askme.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** How many questions there are, kept as a column: a paginator must not count rows. */
@ApplicationScoped
public class SiteCounter {

    static final String READ = "SELECT value FROM site_counter WHERE name = 'questions'";
    private final Session database;

    SiteCounter(Session database) {
        this.database = database;
    }

    public long questions() {
        return database.createNativeQuery(READ, Long.class).getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addQuestions(int delta) {
        database.createNativeMutationQuery("UPDATE site_counter SET value = value + :delta WHERE name = 'questions'")
                .setParameter("delta", delta)
                .executeUpdate();
    }
}
