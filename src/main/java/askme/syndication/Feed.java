package askme.syndication;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * An Atom feed (RFC 4287).
 *
 * @param self the local address of the feed
 * @param page the local address of the page with the same posts
 */
@TemplateData
public record Feed(String title, String self, String page, List<Entry> entries) {

    /**
     * A question, an answer or a comment.
     *
     * @param page its local address
     * @param author the nickname of its author
     * @param updatedAt when it was posted or last edited
     * @param summary its first words, or empty
     * @param html its whole text
     */
    @TemplateData
    public record Entry(
            String page,
            String title,
            String author,
            Instant postedAt,
            Instant updatedAt,
            Collection<String> tags,
            String summary,
            String html) {}

    /** The last change of an entry; 1970 for a feed without entries. */
    public Instant updatedAt() {
        return entries.stream().map(Entry::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
