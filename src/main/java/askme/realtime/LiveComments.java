package askme.realtime;

import askme.comment.CommentCard;
import askme.comment.CommentDeleted;
import askme.comment.CommentEdited;
import askme.comment.CommentMoved;
import askme.comment.CommentPosted;
import askme.comment.CommentQueries;
import askme.comment.CommentUndeleted;
import askme.comment.CommentViews;
import askme.comment.CommentVoted;
import askme.jobs.Handler;
import askme.web.Languages;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comments of a question and of its answers: new ones, their texts and marks, and deletions. */
@ApplicationScoped
@Priority(3)
class LiveComments implements LiveContribution {

    /** New comments in one response. A page that missed more shows the rest after a reload. */
    static final int NEWER = 100;

    private final Publications publications;
    private final CommentQueries comments;

    LiveComments(Publications publications, CommentQueries comments) {
        this.publications = publications;
        this.comments = comments;
    }

    /**
     * A comment was posted or changed.
     *
     * @param post the id of the post's element, such as {@code answer-7}
     * @param html the comment as guests see it; null if only its rating changed
     */
    @JsonTypeName("comment")
    @RegisterForReflection
    record CommentShown(long id, String post, long author, int rating, long asOf, Map<String, String> html)
            implements Change {}

    /** A comment was deleted. */
    @JsonTypeName("comment-gone")
    @RegisterForReflection
    record CommentGone(long id, long asOf) implements Change {}

    @Produces
    @Singleton
    Handler<CommentPosted> commentPosted() {
        return publications.handler(
                "publish-comment-posted",
                CommentPosted.class,
                CommentPosted::questionId,
                (event, asOf) -> text(event.commentId(), asOf));
    }

    @Produces
    @Singleton
    Handler<CommentEdited> commentEdited() {
        return publications.handler(
                "publish-comment-edited",
                CommentEdited.class,
                CommentEdited::questionId,
                (event, asOf) -> text(event.commentId(), asOf));
    }

    @Produces
    @Singleton
    Handler<CommentMoved> commentMoved() {
        return publications.handler(
                "publish-comment-moved",
                CommentMoved.class,
                CommentMoved::questionId,
                (event, asOf) -> text(event.commentId(), asOf));
    }

    @Produces
    @Singleton
    Handler<CommentUndeleted> commentUndeleted() {
        return publications.handler(
                "publish-comment-undeleted",
                CommentUndeleted.class,
                CommentUndeleted::questionId,
                (event, asOf) -> text(event.commentId(), asOf));
    }

    @Produces
    @Singleton
    Handler<CommentVoted> commentVoted() {
        return publications.handler(
                "publish-comment-voted", CommentVoted.class, CommentVoted::questionId, (event, asOf) -> comments.one(
                                event.commentId())
                        .map(card -> rating(card, asOf)));
    }

    @Produces
    @Singleton
    Handler<CommentDeleted> commentDeleted() {
        return publications.handler(
                "publish-comment-deleted",
                CommentDeleted.class,
                CommentDeleted::questionId,
                (event, asOf) -> Optional.of(new CommentGone(event.commentId(), asOf)));
    }

    /** Empty if the comment was deleted: the event of its deletion publishes that. */
    private Optional<Change> text(long id, long asOf) {
        return comments.one(id).map(card -> text(card, asOf, Languages.TRANSLATED));
    }

    private static Change text(CommentCard card, long asOf, Set<String> languages) {
        return new CommentShown(
                card.id(),
                card.post().anchor(),
                card.author().id(),
                card.rating(),
                asOf,
                Snapshots.html(() -> CommentViews.item(card), languages));
    }

    private static Change rating(CommentCard card, long asOf) {
        return new CommentShown(card.id(), card.post().anchor(), card.author().id(), card.rating(), asOf, null);
    }

    /** Today's state of the comments that the page has ({@code comments}), and those after {@code comment}. */
    @Override
    public Missed missed(OpenPage page) {
        List<Change> changes = new ArrayList<>();
        Set<String> language = Set.of(page.language());
        List<Long> known = page.ids("comments");
        Set<Long> gone = new HashSet<>(known);
        for (CommentCard card : comments.known(known)) {
            gone.remove(card.id());
            changes.add(
                    page.missedEdit(card.editedAt()) ? text(card, page.asOf(), language) : rating(card, page.asOf()));
        }
        gone.forEach(id -> changes.add(new CommentGone(id, page.asOf())));
        page.ids("comment").stream()
                .findFirst()
                .map(last -> comments.newer(page.question().id, last - 1, NEWER))
                .orElse(List.of())
                .stream()
                .filter(card -> !known.contains(card.id()))
                .forEach(card -> changes.add(text(card, page.asOf(), language)));
        return Missed.all(changes);
    }
}
