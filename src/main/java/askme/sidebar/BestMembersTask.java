package askme.sidebar;

import askme.jobs.PeriodicTask;
import jakarta.enterprise.context.ApplicationScoped;

/** When the best members are computed. */
@ApplicationScoped
class BestMembersTask implements PeriodicTask {

    private final SidebarConfig config;

    BestMembersTask(SidebarConfig config) {
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
    public Object event() {
        return new RefreshSidebar(RefreshSidebar.Block.MEMBERS);
    }
}
