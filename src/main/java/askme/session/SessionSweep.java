package askme.session;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes sessions after their absolute timeout. They were invalid already. */
@ApplicationScoped
@JobHandler(name = "sweep-sessions", queue = Queues.DIGEST)
class SessionSweep implements PeriodicTask {

    private final Sessions sessions;
    private final SessionConfig config;

    SessionSweep(Sessions sessions, SessionConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    @Override
    public String name() {
        return "session-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() {
        while (sessions.sweep() > 0) {
            // A thousand rows a statement keep locks short.
        }
    }
}
