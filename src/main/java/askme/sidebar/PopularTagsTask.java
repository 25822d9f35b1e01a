package askme.sidebar;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the popular tags on a worker before they become stale, so that no page has to. */
@ApplicationScoped
@JobHandler(name = "refresh-sidebar", queue = Queues.DIGEST)
class PopularTagsTask implements PeriodicTask {

    private final Sidebar sidebar;
    private final SidebarConfig config;

    PopularTagsTask(Sidebar sidebar, SidebarConfig config) {
        this.sidebar = sidebar;
        this.config = config;
    }

    @Override
    public String name() {
        return "popular-tags";
    }

    @Override
    public String schedule() {
        return config.tagsSchedule();
    }

    @Override
    public void run() {
        sidebar.refreshTags();
    }

    /** Both blocks share the name of a handler; the event distinguishes them. */
    @Override
    public RefreshSidebar event() {
        return new RefreshSidebar(RefreshSidebar.Block.TAGS);
    }
}
