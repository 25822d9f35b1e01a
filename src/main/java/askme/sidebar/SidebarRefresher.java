package askme.sidebar;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes a block on a worker before the stored value is stale, so that no page has to compute it. */
@ApplicationScoped
class SidebarRefresher implements Handler<RefreshSidebar> {

    private final Sidebar sidebar;

    SidebarRefresher(Sidebar sidebar) {
        this.sidebar = sidebar;
    }

    @Override
    public String name() {
        return "refresh-sidebar";
    }

    @Override
    public Class<RefreshSidebar> event() {
        return RefreshSidebar.class;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public void handle(RefreshSidebar event, Job job) {
        switch (event.block()) {
            case TAGS -> sidebar.refreshTags();
            case MEMBERS -> sidebar.refreshMembers();
        }
    }
}
