package askme.session;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import askme.member.MemberConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes expired sessions, which are not accepted any longer. */
@ApplicationScoped
@JobHandler(name = "sweep-sessions", queue = Queues.DIGEST)
class SessionSweep implements PeriodicTask {

    private final Sessions sessions;
    private final MemberConfig config;

    SessionSweep(Sessions sessions, MemberConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    @Override
    public String name() {
        return "session-sweep";
    }

    @Override
    public String schedule() {
        return config.session().sweepSchedule();
    }

    @Override
    public void run() {
        while (sessions.sweep() > 0) {
            // One statement deletes a thousand rows, so that no lock is held for long.
        }
    }
}
