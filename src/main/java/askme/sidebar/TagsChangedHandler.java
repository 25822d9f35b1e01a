package askme.sidebar;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.tag.edit.TagsChanged;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the popular tags again after a tag was merged or renamed. */
@ApplicationScoped
@JobHandler(name = "refresh-merged-tags", queue = Queues.DIGEST)
class TagsChangedHandler implements Handler<TagsChanged> {

    private final Sidebar sidebar;

    TagsChangedHandler(Sidebar sidebar) {
        this.sidebar = sidebar;
    }

    @Override
    public Class<TagsChanged> event() {
        return TagsChanged.class;
    }

    @Override
    public void handle(TagsChanged event, Job job) {
        sidebar.refreshTags();
    }
}
