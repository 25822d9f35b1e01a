package askme.factor;

import askme.factor.SignInWayChanged.Change;
import askme.jobs.queue.Outbox;
import askme.session.Sessions;
import askme.web.security.Audit;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import org.hibernate.Session;

/** Follows the changes of how members sign in: the flag of the member, the mail and the audit log. */
@ApplicationScoped
public class SignInWays {

    static final String FLAG = "UPDATE member SET second_factor = ?1 WHERE id = ?2";

    private final Session hibernate;
    private final Outbox outbox;
    private final Sessions sessions;
    private final Audit audit;
    private final CurrentVertxRequest request;
    private final Clock clock;

    SignInWays(
            Session hibernate,
            Outbox outbox,
            Sessions sessions,
            Audit audit,
            CurrentVertxRequest request,
            Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.sessions = sessions;
        this.audit = audit;
        this.request = request;
        this.clock = clock;
    }

    /** Records the mail about a new password in the transaction that sets it. The audit log has a line of the caller. */
    public void passwordChanged(long member) {
        record(member, Change.PASSWORD_CHANGED, "");
    }

    private void record(long member, Change change, String name) {
        outbox.record(new SignInWayChanged(member, change.name(), name, clock.millis()));
    }

    /** Records the change in the transaction that makes it. */
    public void changed(long member, Change change, String name) {
        record(member, change, name);
        if (isRequest()) { // not by the command of an operator
            audit.event(change.name().toLowerCase(Locale.ROOT).replace('_', '-'), member);
        }
    }

    private boolean isRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }

    /** Stores in the same transaction whether a sign-in needs a second factor. */
    void needSecondFactor(long member, boolean needed) {
        hibernate
                .createNativeMutationQuery(FLAG)
                .setParameter(1, needed)
                .setParameter(2, member)
                .executeUpdate();
    }

    /** After the transaction: this process reads the member's sessions again. */
    public void refresh(long member) {
        sessions.refresh(member);
    }
}
