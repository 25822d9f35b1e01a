package askme.revision;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of the page of a post's revisions.
 *
 * @param heading the title of the question
 * @param path the path of this page
 * @param post the path of the post
 * @param last the number of the last revision
 * @param version the version of the post, which a restoring form returns
 * @param view how differences are shown
 * @param entries the last revision first
 * @param next the number before which the next page begins, 0 if this is the last page
 */
@TemplateData
public record RevisionsPage(
        String heading,
        String path,
        String post,
        int last,
        String version,
        boolean mayRestore,
        View view,
        List<RevisionEntry> entries,
        int next) {

    /** The characters that a page compares. Then further revisions are only named, with a link that compares them. */
    static final int MOST_CHARACTERS = 60_000;

    private static final int LARGEST_NUMBER_DIGITS = 9;

    /**
     * How differences are shown.
     *
     * @param side before and after side by side, not in one column
     * @param rendered as readers see the text, not its source
     */
    @TemplateData
    public record View(boolean side, boolean rendered) {

        /** The view that an address names. */
        public static View of(String view, String of) {
            return new View("side".equals(view), "rendered".equals(of));
        }
    }

    /** A post whose revisions are shown. */
    public record Post(String heading, String path, String post, int last, String version, boolean mayRestore) {}

    /** The page that begins before a number in the address; with the last revision if it is no number. */
    public static int before(String number) {
        boolean valid = number != null && number.matches("\\d{1," + LARGEST_NUMBER_DIGITS + "}");
        return valid ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }

    static RevisionsPage of(Post post, View view, List<Revision> revisions) {
        List<RevisionEntry> entries = new ArrayList<>();
        int left = MOST_CHARACTERS;
        for (int i = 0; i < Math.min(revisions.size(), RevisionQueries.PAGE_SIZE); i++) {
            Revision revision = revisions.get(i);
            Revision before = i + 1 < revisions.size() ? revisions.get(i + 1) : null;
            entries.add(
                    left > 0
                            ? RevisionEntry.of(revision, content(before, revision), view)
                            : RevisionEntry.named(revision));
            left -= revision.content().body().length();
        }
        int next = revisions.size() > RevisionQueries.PAGE_SIZE
                ? entries.get(entries.size() - 1).revision().number()
                : 0;
        return new RevisionsPage(
                post.heading, post.path, post.post, post.last, post.version, post.mayRestore, view, entries, next);
    }

    private static Content content(Revision previous, Revision revision) {
        Content now = revision.content();
        return previous == null ? new Content(now.title(), now.tagNames(), "") : previous.content();
    }

    /** This page in another view. */
    public String in(boolean side, boolean rendered) {
        return path + "?" + query(side, rendered) + (first() == last ? "" : "&before=" + (first() + 1));
    }

    /** The next page, or the page that begins with a revision that this one only names. */
    public String before(int number) {
        return path + "?" + query(view.side, view.rendered) + "&before=" + number;
    }

    /** Whether these are the texts of a tag. */
    public boolean describes() {
        return !entries.isEmpty() && entries.get(0).revision().content().describes();
    }

    private int first() {
        return entries.isEmpty() ? last : entries.get(0).revision().number();
    }

    private static String query(boolean side, boolean rendered) {
        return "view=" + (side ? "side" : "inline") + "&of=" + (rendered ? "rendered" : "source");
    }

    public String restore(int number) {
        return path + number + "/restore";
    }
}
