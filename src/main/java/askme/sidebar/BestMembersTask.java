package askme.sidebar;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the best members on a worker before they become stale, so that no page has to. */
@ApplicationScoped
@JobHandler(name = "refresh-sidebar", queue = Queues.DIGEST)
class BestMembersTask implements PeriodicTask {

    private final Sidebar sidebar;
    private final SidebarConfig config;

    BestMembersTask(Sidebar sidebar, SidebarConfig config) {
        this.sidebar = sidebar;
        this.config = config;
    }

    @Override
    public String name() {
        return "best-members";
    }

    @Override
    public String schedule() {
        return config.membersSchedule();
    }

    @Override
    public void run() {
        sidebar.refreshMembers();
    }

    /** Both blocks share the name of a handler; the event distinguishes them. */
    @Override
    public RefreshSidebar event() {
        return new RefreshSidebar(RefreshSidebar.Block.MEMBERS);
    }
}
