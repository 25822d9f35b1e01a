package askme.account.address;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes links after their end. They hold addresses, also earlier ones. */
@ApplicationScoped
@JobHandler(name = "sweep-address-links", queue = Queues.DIGEST)
class AddressLinkSweep implements PeriodicTask {

    private final AddressLinks links;
    private final AddressConfig config;

    AddressLinkSweep(AddressLinks links, AddressConfig config) {
        this.links = links;
        this.config = config;
    }

    @Override
    public String name() {
        return "address-link-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() {
        while (links.sweep() > 0) {
            // Some hundred rows a statement keep locks short.
        }
    }
}
