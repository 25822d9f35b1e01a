package askme.sidebar;

import askme.jobs.PeriodicTask;
import jakarta.enterprise.context.ApplicationScoped;

/** When the popular tags are computed. */
@ApplicationScoped
class PopularTagsTask implements PeriodicTask {

    private final SidebarConfig config;

    PopularTagsTask(SidebarConfig config) {
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
    public Object event() {
        return new RefreshSidebar(RefreshSidebar.Block.TAGS);
    }
}
