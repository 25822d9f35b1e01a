package askme.realtime;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.moderation.WaitingItems;
import askme.suggestion.SuggestionQueries;
import askme.suggestion.SuggestionsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Suggested edits in the review queue, on all open pages of moderators. The number that waits counts them too. */
@ApplicationScoped
@JobHandler(name = "publish-suggestions-changed", queue = Queues.REALTIME)
class LiveSuggestions implements Handler<SuggestionsChanged> {

    private final SuggestionQueries queries;
    private final WaitingItems waiting;
    private final Snapshots snapshots;
    private final ModeratorPages pages;

    LiveSuggestions(SuggestionQueries queries, WaitingItems waiting, Snapshots snapshots, ModeratorPages pages) {
        this.queries = queries;
        this.waiting = waiting;
        this.snapshots = snapshots;
        this.pages = pages;
    }

    @Override
    public Class<SuggestionsChanged> event() {
        return SuggestionsChanged.class;
    }

    @Override
    public void handle(SuggestionsChanged event, Job job) {
        long asOf = snapshots.now();
        int number = waiting.now();
        List<LiveReview.Review> changes = queries.outcomes(event.suggestions()).stream()
                .map(edit -> new LiveReview.Review(number, 0, edit.edit(), edit.outcome(), edit.by(), asOf))
                .toList();
        pages.publish(changes, job.id());
    }
}
