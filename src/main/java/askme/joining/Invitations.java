package askme.joining;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The links with which new members may join. */
@ApplicationScoped
public class Invitations {

    /** The most that the page lists. */
    static final int LISTED = 200;

    static final String LIST = """
            SELECT i.id, i.note, m.nickname AS maker, i.made_at, i.ends_at, i.most, i.used
            FROM (SELECT id FROM invitation WHERE ends_at > :now ORDER BY ends_at LIMIT 200) page
            JOIN invitation i ON i.id = page.id
            LEFT JOIN member m ON m.id = i.made_by
            ORDER BY i.id DESC""";

    static final String OPEN =
            "SELECT COUNT(*) AS n FROM invitation WHERE token_hash = :hash AND ends_at > :now AND used < most";

    static final String USE =
            "UPDATE invitation SET used = used + 1 WHERE token_hash = :hash AND ends_at > :now AND used < most";

    static final String END = "UPDATE invitation SET ends_at = :now WHERE id = :id AND ends_at > :now";

    static final String MAKE = "INSERT INTO invitation (token_hash, note, made_by, made_at, ends_at, most)"
            + " VALUES (:hash, :note, :maker, :now, :ends, :most)";

    private final Session hibernate;
    private final Clock clock;

    Invitations(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** The links that have not ended, the newest first. */
    @Transactional
    public List<Invitation> list() {
        return hibernate
                .createNativeQuery(LIST, Object[].class)
                .addScalar("id", StandardBasicTypes.LONG)
                .addScalar("note", StandardBasicTypes.STRING)
                .addScalar("maker", StandardBasicTypes.STRING)
                .addScalar("made_at", StandardBasicTypes.INSTANT)
                .addScalar("ends_at", StandardBasicTypes.INSTANT)
                .addScalar("most", StandardBasicTypes.INTEGER)
                .addScalar("used", StandardBasicTypes.INTEGER)
                .setParameter("now", clock.instant())
                .setTupleTransformer((values, names) -> invitation(new Row(values, names)))
                .getResultList();
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.id("id"),
                row.text("note"),
                row.text("maker"),
                row.moment("made_at"),
                row.moment("ends_at"),
                row.number("most"),
                row.number("used"));
    }

    /** Makes a link and returns its token, which nobody can read later. */
    @Transactional
    public String make(String note, Duration life, int most, long maker) {
        String token = LinkToken.next();
        Instant now = clock.instant();
        hibernate
                .createNativeMutationQuery(MAKE)
                .setParameter("hash", LinkToken.hash(token))
                .setParameter("note", note)
                .setParameter("maker", maker)
                .setParameter("now", now)
                .setParameter("ends", now.plus(life))
                .setParameter("most", most)
                .executeUpdate();
        return token;
    }

    /** Ends a link. Those who used it stay members. */
    @Transactional
    public void end(long id) {
        hibernate
                .createNativeMutationQuery(END)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Whether somebody may join with this token, which may be anything. */
    @Transactional
    public boolean isOpen(String token) {
        return token != null
                && hibernate
                                .createNativeQuery(OPEN, Long.class)
                                .addScalar("n", StandardBasicTypes.LONG)
                                .setParameter("hash", LinkToken.hash(token))
                                .setParameter("now", clock.instant())
                                .getSingleResult()
                        > 0;
    }

    /** Counts one use in the transaction that makes the member. Returns false if the link has ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean use(String token) {
        return hibernate
                        .createNativeMutationQuery(USE)
                        .setParameter("hash", LinkToken.hash(token))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }
}
