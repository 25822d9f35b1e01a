package askme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What this process is: any mix of the three, or none (a command that only needs the database). ASKME_ROLES */
@ApplicationScoped
public class Roles {

    /** The parts of the site that can run as processes of their own. */
    public enum Role {
        /** Answers people. */
        WEB,
        /** Does jobs. */
        WORKER,
        /** Puts periodic tasks on the queue. */
        SCHEDULER
    }

    private final Set<Role> mine;

    public Roles(JobsConfig config) {
        mine = EnumSet.noneOf(Role.class);
        config.roles().ifPresent(mine::addAll);
    }

    public boolean web() {
        return mine.contains(Role.WEB);
    }

    public boolean worker() {
        return mine.contains(Role.WORKER);
    }

    public boolean scheduler() {
        return mine.contains(Role.SCHEDULER);
    }

    /** The roles of this process, as a view. */
    public Set<Role> all() {
        return Collections.unmodifiableSet(mine);
    }
}
