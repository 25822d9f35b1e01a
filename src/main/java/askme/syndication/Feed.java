package askme.syndication;

import askme.question.QuestionCard;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * An Atom feed of questions (RFC 4287).
 *
 * @param self the local address of the feed
 * @param page the local address of the list
 */
@TemplateData
public record Feed(String title, String self, String page, List<Entry> entries) {

    /**
     * A question.
     *
     * @param updatedAt when it was asked or last edited
     * @param html its whole text
     */
    @TemplateData
    public record Entry(QuestionCard card, Instant updatedAt, String html) {}

    /** The last change of an entry; 1970 for a feed without entries. */
    public Instant updatedAt() {
        return entries.stream().map(Entry::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
