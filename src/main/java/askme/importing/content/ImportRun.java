package askme.importing.content;

import askme.importing.ImportReport;
import askme.importing.ImportSource;
import askme.importing.ImportText;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The state that all stages of an import share.
 *
 * @param reserved whether nobody may have a nickname
 */
public record ImportRun(
        ImportSource source,
        KnownRows known,
        OldIds ids,
        ImportReport report,
        Predicate<String> reserved,
        Instant now) {

    /** The number of the member who stands for all authors that the old site does not have. */
    public static final int NAMELESS = 0;

    /** The new id of a member. */
    public long member(int number) {
        return source.member(known.hasMember(number) ? number : NAMELESS);
    }

    /**
     * The new id of an author. Notes an author whom the old site does not have.
     *
     * @param shown what the row says about this author
     */
    public long author(int number, OldRow row, String shown) {
        if (!known.hasMember(number)) {
            report.note("posts and comments of authors who are not in the source", row.where(), shown);
        }
        return member(number);
    }

    /** The text, after a note of what was changed. */
    public String noted(OldRow row, ImportText.Text text) {
        if (text.cut()) {
            report.note("texts that were cut", row.where(), "");
        }
        if (text.plain()) {
            report.note("texts whose markup could not be kept", row.where(), "");
        }
        return text.value();
    }

    /** The tags of a question, after a note of those that were left out. */
    public List<String> tags(OldRow row, ImportText.Tags tags) {
        tags.left().forEach(tag -> report.note("tags that were left out of a question", row.where(), tag));
        return tags.names();
    }

    public boolean isDeleted(int number) {
        return known.deleted.get(number);
    }

    void leaveOut(OldRow row, String why) {
        report.note("rows that were left out", row.where(), why);
    }
}
