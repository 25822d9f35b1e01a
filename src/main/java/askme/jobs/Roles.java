package askme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The roles of this process, from ASKME_ROLES: any of the three, or none for a command that needs only the database. */
@ApplicationScoped
public class Roles {

    /** The duties that can run in separate processes. */
    public enum Role {
        /** Answers HTTP requests. */
        WEB,
        /** Executes jobs. */
        WORKER,
        /** Queues the jobs of periodic tasks. */
        SCHEDULER
    }

    private final Set<Role> own;

    public Roles(JobsConfig config) {
        own = EnumSet.noneOf(Role.class);
        config.roles().ifPresent(own::addAll);
    }

    public boolean web() {
        return own.contains(Role.WEB);
    }

    public boolean worker() {
        return own.contains(Role.WORKER);
    }

    public boolean scheduler() {
        return own.contains(Role.SCHEDULER);
    }

    /** The roles of this process, unmodifiable. */
    public Set<Role> all() {
        return Collections.unmodifiableSet(own);
    }
}
