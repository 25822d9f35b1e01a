package askme.account.data;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Deletes accounts whose time to change one's mind is over, and the files of old exports. */
@ApplicationScoped
@JobHandler(name = "delete-accounts", queue = Queues.DIGEST)
class DataTask implements PeriodicTask {

    private final EmptiedMember emptied;
    private final DataExports exports;
    private final DataConfig config;

    DataTask(EmptiedMember emptied, DataExports exports, DataConfig config) {
        this.emptied = emptied;
        this.exports = exports;
        this.config = config;
    }

    @Override
    public String name() {
        return "account-deletion";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() {
        for (Optional<Long> member = emptied.due(); member.isPresent(); member = emptied.due()) {
            emptied.empty(member.get());
        }
        exports.sweep();
    }
}
