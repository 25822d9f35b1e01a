package askme.revision;

import askme.difference.TextDifference;
import askme.markdown.RenderedDifference;
import io.quarkus.qute.TemplateData;

/**
 * A revision on the page of all revisions, compared with the one before. A part that did not change, or was not requested, is null.
 *
 * @param text the difference of the source
 * @param rendered the difference of the rendered text
 */
@TemplateData
public record RevisionEntry(
        Revision revision,
        TextDifference title,
        TextDifference tags,
        TextDifference text,
        RenderedDifference rendered) {

    /** A revision that is only named: the page has enough long texts already. */
    static RevisionEntry named(Revision revision) {
        return new RevisionEntry(revision, null, null, null, null);
    }

    /** The change from {@code before}. */
    public static RevisionEntry of(Revision revision, Content before, RevisionsPage.View view) {
        Content now = revision.content();
        return new RevisionEntry(
                revision,
                line(before.title(), now.title()),
                line(String.join(", ", before.tags()), String.join(", ", now.tags())),
                view.rendered() ? null : TextDifference.of(before.body(), now.body()),
                view.rendered()
                        ? RenderedDifference.of(before.body(), now.body(), "revision-" + revision.number())
                        : null);
    }

    private static TextDifference line(String before, String now) {
        return before == null || before.equals(now) ? null : TextDifference.of(before, now);
    }

    /** Whether the page compares it. */
    public boolean compared() {
        return text != null || rendered != null;
    }

    /** Whether a part was too different to be compared by words. */
    public boolean coarse() {
        return text != null && text.coarse() || rendered != null && rendered.coarse();
    }

    /** Whether nothing differs: a change was taken back within minutes. */
    public boolean same() {
        boolean sameText = text != null && text.same()
                || rendered != null && rendered.blocks().stream().noneMatch(RenderedDifference.Part::changed);
        return sameText && title == null && tags == null;
    }
}
