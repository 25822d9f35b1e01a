package askme.realtime;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.settings.Settings;
import askme.tag.TagLinks;
import askme.tag.edit.TagsChanged;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes the new name of a tag to the open lists of members, once all questions of the tag have it. */
@ApplicationScoped
@JobHandler(name = "publish-tag-name", queue = Queues.REALTIME)
class PublishTagName implements Handler<TagsChanged> {

    private final Publisher publisher;
    private final Settings settings;

    PublishTagName(Publisher publisher, Settings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    /**
     * A tag has another name, or was merged into another one.
     *
     * @param name before
     * @param now the name of the tag that the questions have now
     * @param url of its page
     */
    @JsonTypeName("tag-name")
    @RegisterForReflection
    record TagName(String name, String now, String url) implements Change {}

    @Override
    public Class<TagsChanged> event() {
        return TagsChanged.class;
    }

    @Override
    public void handle(TagsChanged event, Job job) throws Exception {
        if (event.fromName() == null) {
            return; // recorded by an earlier version
        }
        TagName change = new TagName(event.fromName(), event.intoName(), TagLinks.tag(event.intoName()));
        String channel = Channels.ofLists(settings.forMembersOnly());
        Exception failure = publisher
                .publish(List.of(new Publisher.Publication(channel, change, job.id())))
                .get(0);
        if (failure != null) {
            throw failure;
        }
    }
}
