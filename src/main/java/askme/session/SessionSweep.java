package askme.session;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes sessions after their absolute timeout. They were invalid already. */
@ApplicationScoped
class SessionSweep implements Handler<SessionSweep.Due> {

    private final Sessions sessions;

    SessionSweep(Sessions sessions) {
        this.sessions = sessions;
    }

    /** It is time. */
    @RegisterForReflection
    record Due() {}

    /** Says when. */
    @ApplicationScoped
    static class Task implements PeriodicTask {

        private final SessionConfig config;

        Task(SessionConfig config) {
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
        public Due event() {
            return new Due();
        }
    }

    @Override
    public String name() {
        return "sweep-sessions";
    }

    @Override
    public Class<Due> event() {
        return Due.class;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public void handle(Due event, Job job) {
        while (sessions.sweep() > 0) {
            // A thousand rows a statement keep locks short.
        }
    }
}
