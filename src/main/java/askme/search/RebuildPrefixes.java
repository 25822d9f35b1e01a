package askme.search;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Fills the table of common prefixes; doing it twice does no harm. */
@ApplicationScoped
class RebuildPrefixes implements Handler<PrefixesDue> {

    private final PrefixTable table;

    RebuildPrefixes(PrefixTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "rebuild-search-prefixes";
    }

    @Override
    public Class<PrefixesDue> event() {
        return PrefixesDue.class;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public void handle(PrefixesDue due, Job job) {
        Log.debugf("search prefixes=%s", table.rebuild());
    }
}
