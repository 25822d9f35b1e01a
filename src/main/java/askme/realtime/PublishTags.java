package askme.realtime;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.Question;
import askme.settings.Settings;
import askme.tag.edit.QuestionsRetagged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Publishes the tags of questions after a batch of a merge of tags. A tag may have very many questions, so this is not in the queue of the
 * live changes: those of others need not wait.
 */
@ApplicationScoped
@JobHandler(name = "publish-tags", queue = Queues.DIGEST)
class PublishTags implements Handler<QuestionsRetagged> {

    private final Snapshots snapshots;
    private final Publisher publisher;
    private final Settings settings;

    PublishTags(Snapshots snapshots, Publisher publisher, Settings settings) {
        this.snapshots = snapshots;
        this.publisher = publisher;
        this.settings = settings;
    }

    @Override
    public Class<QuestionsRetagged> event() {
        return QuestionsRetagged.class;
    }

    @Override
    public void handle(QuestionsRetagged event, Job job) {
        List<Publisher.Publication> publications = NewTransaction.call(() -> read(event, job.id()));
        if (publications.isEmpty()) {
            return;
        }
        for (Exception failure : publisher.publish(publications)) {
            if (failure instanceof RuntimeException again) {
                throw again; // a repeated key has no effect, so all are published again
            }
        }
    }

    private List<Publisher.Publication> read(QuestionsRetagged event, String job) {
        long asOf = snapshots.now();
        return Question.<Question>list("id in ?1 and hidden = false", event.questions()).stream()
                .map(question -> new Publisher.Publication(
                        Channels.ofQuestion(question.id, settings.forMembersOnly()),
                        LiveQuestion.rating(question, asOf),
                        job + ":" + question.id))
                .toList();
    }
}
