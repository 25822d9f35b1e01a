package askme.search;

import askme.jobs.PeriodicTask;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the table of common prefixes to be filled anew, now and then. */
@ApplicationScoped
class PrefixTask implements PeriodicTask {

    private final SearchConfig config;

    PrefixTask(SearchConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "search-prefixes";
    }

    @Override
    public String schedule() {
        return config.prefixSchedule();
    }

    @Override
    public Object event() {
        return new PrefixesDue();
    }
}
