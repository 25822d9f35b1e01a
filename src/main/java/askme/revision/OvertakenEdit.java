package askme.revision;

import askme.difference.Merge;
import askme.difference.TextDifference;
import askme.tag.TagNames;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;

/**
 * An edit of a post that somebody else changed after the form was opened: joined with that change as far as the two do not touch.
 *
 * @param content the joined content; a part that could not be joined is as the editor typed it
 * @param stored the content that is stored now
 * @param title whether both changed the title in different ways
 * @param tags whether the tags of both are too many
 * @param text whether both changed the same part of the text
 * @param theirs the change of the text that somebody else made; null if the text before it is not known
 */
@TemplateData
public record OvertakenEdit(
        Content content, Content stored, boolean title, boolean tags, boolean text, TextDifference theirs) {

    private static final LocalizedMessages<RevisionMessages> MESSAGES = LocalizedMessages.of(RevisionMessages.class);

    /** @param base the content that the form was opened with; empty if it is not known */
    static OvertakenEdit of(Optional<Content> base, Content mine, Content stored) {
        if (base.isEmpty()) {
            boolean sameTitle = mine.title() == null || mine.title().equals(stored.title());
            return new OvertakenEdit(mine, stored, !sameTitle, !mine.tags().equals(stored.tags()), true, null);
        }
        Content from = base.get();
        Optional<String> title =
                mine.title() == null ? Optional.of("") : line(from.title(), mine.title(), stored.title());
        List<String> tags = Merge.ofWords(from.tags(), mine.tags(), stored.tags());
        boolean tooMany = tags.size() > TagNames.MOST;
        Optional<String> text = Merge.of(from.body(), mine.body(), stored.body());
        Content joined = new Content(
                mine.title() == null ? null : title.orElse(mine.title()),
                mine.title() == null ? null : String.join(" ", tooMany ? mine.tags() : tags),
                text.orElse(mine.body()));
        return new OvertakenEdit(
                joined,
                stored,
                title.isEmpty(),
                tooMany,
                text.isEmpty(),
                TextDifference.of(from.body(), stored.body()));
    }

    private static Optional<String> line(String from, String mine, String stored) {
        if (mine.equals(from)) {
            return Optional.of(stored);
        }
        return stored.equals(from) || stored.equals(mine) ? Optional.of(mine) : Optional.empty();
    }

    /**
     * Adds what could not be joined to the errors of the form.
     *
     * @param overtaken the message beside the text
     */
    public void addErrors(FormErrors errors, String overtaken) {
        if (text) {
            errors.add("text", overtaken);
        }
        if (title) {
            errors.add("title", MESSAGES.get().other_title(stored.title()));
        }
        if (tags) {
            errors.add("tags", MESSAGES.get().other_tags(String.join(", ", stored.tags())));
        }
    }

    /** Whether all of both changes is in the content. */
    public boolean joined() {
        return !title && !tags && !text;
    }
}
