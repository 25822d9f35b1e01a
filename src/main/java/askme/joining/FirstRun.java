package askme.joining;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.Roles;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * The link that makes the first administrator of a site without members. A web prints it when it starts. A later start replaces it, and it
 * ends with the first member.
 */
@ApplicationScoped
public class FirstRun {

    static final String ANY_MEMBER = "SELECT 1 AS found FROM member LIMIT 1";

    static final String KEEP = "INSERT INTO first_run (id, token_hash, made_at) VALUES (1, :hash, :now)"
            + " ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), made_at = VALUES(made_at)";

    static final String KNOWN = "SELECT 1 AS found FROM first_run WHERE id = 1 AND token_hash = ?";

    static final String CLAIM = "DELETE FROM first_run WHERE id = 1 AND token_hash = :hash";

    private final Jdbc jdbc;
    private final Session hibernate;
    private final Roles roles;
    private final String baseUrl;
    private final Clock clock;
    private volatile boolean over;

    FirstRun(
            DataSource database,
            Session hibernate,
            Roles roles,
            @ConfigProperty(name = "askme.base-url") String baseUrl,
            Clock clock) {
        this.jdbc = new Jdbc(database);
        this.hibernate = hibernate;
        this.roles = roles;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.web() && isWaiting()) {
            Log.infof("This site has no members. Its first administrator signs up at %s", baseUrl + path(renew()));
        }
    }

    /** The path of the page that {@code token} opens. */
    static String path(String token) {
        return "/setup/" + token;
    }

    /** Replaces the link by a new one, and returns its token. */
    String renew() {
        String token = LinkToken.next();
        NewTransaction.run(() -> hibernate
                .createNativeMutationQuery(KEEP)
                .setParameter("hash", LinkToken.hash(token))
                .setParameter("now", clock.instant())
                .executeUpdate());
        return token;
    }

    /** Whether the site has no member yet. The answer never changes back, so it is asked only until then. */
    public boolean isWaiting() {
        if (!over) {
            over = found(ANY_MEMBER);
        }
        return !over;
    }

    /** Whether this is the token of the link, and the site has no member yet. */
    public boolean isOpen(String token) {
        return isWaiting() && found(KNOWN, LinkToken.hash(token));
    }

    /** Ends the link in the transaction that makes the first member. Returns false if somebody else was faster. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean claim(String token) {
        boolean mine = hibernate
                        .createNativeMutationQuery(CLAIM)
                        .setParameter("hash", LinkToken.hash(token))
                        .executeUpdate()
                == 1;
        List<Object> members =
                hibernate.createNativeQuery(ANY_MEMBER, Object.class).getResultList();
        return mine && members.isEmpty();
    }

    private boolean found(String sql, Object... values) {
        try {
            return !jdbc.query(sql, row -> row.getInt("found"), values).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException("the members cannot be read", e);
        }
    }
}
