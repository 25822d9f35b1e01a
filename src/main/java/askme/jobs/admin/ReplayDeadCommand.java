package askme.jobs.admin;

import askme.command.Command;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Replays dead jobs from the command line, as the buttons of the jobs page do. */
@ApplicationScoped
class ReplayDeadCommand implements Command {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String ALL = "--all";

    /** The maximum number of listed jobs. */
    private static final int SHOWN = 50;

    private final JobAdmin jobs;

    ReplayDeadCommand(JobAdmin jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "replay-dead";
    }

    @Override
    public String usage() {
        return "[ID | " + ALL + "]  retries one dead job or all of them; without an argument it lists them";
    }

    @Override
    public int run(List<String> args) {
        if (args.size() > 1) {
            return WRONG_USAGE;
        }
        if (args.isEmpty()) {
            return list();
        }
        if (args.get(0).equals(ALL)) {
            Log.infof("dead jobs replayed=%d", jobs.replayAll());
            return 0;
        }
        return one(args.get(0));
    }

    private int list() {
        for (JobEntry job : jobs.dead(SHOWN)) {
            Log.infof(
                    "id=%s handler=%s at=%s event=%s error=%s",
                    job.id(), job.handler(), job.at(), job.event(), job.error());
        }
        Log.infof("dead jobs=%d", jobs.state().dead());
        return 0;
    }

    private int one(String id) {
        if (!jobs.replay(id)) {
            Log.errorf("No dead job has the id %s.", id);
            return FAILED;
        }
        Log.infof("dead job %s replayed", id);
        return 0;
    }
}
