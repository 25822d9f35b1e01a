package askme.importing;

import askme.markdown.ImportedHtml;
import askme.markdown.UserInput;
import askme.tag.TagNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The texts of imported posts, cut to what the columns and pages hold. The forms' limits apply when somebody edits them. */
public final class ImportText {

    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_TEXT = 50_000;
    public static final int LONGEST_COMMENT = 5_000;
    public static final int LONGEST_REASON = 200;
    public static final int MOST_TAGS = 5;
    private static final String CUT = "…";

    private ImportText() {}

    /**
     * A text of this site.
     *
     * @param cut whether it was too long
     * @param plain whether its markup could not be kept
     */
    public record Text(String value, boolean cut, boolean plain) {}

    /** One line, such as a title. "" if a reader sees nothing. */
    public static Text line(String text, int most) {
        String line = text == null ? "" : UserInput.line(text);
        String kept = cut(line, most);
        return new Text(kept, kept.length() < line.length(), false);
    }

    /** Markdown of the site's own dialect, from HTML. */
    public static Text html(String html) {
        ImportedHtml.Converted converted = ImportedHtml.toMarkdown(html == null ? "" : html);
        return body(converted.markdown(), converted.plain());
    }

    /** The same from another dialect of Markdown, with HTML in it. */
    public static Text markdown(String source) {
        ImportedHtml.Converted converted = ImportedHtml.ofMarkdown(source == null ? "" : source);
        return body(converted.markdown(), converted.plain());
    }

    /** Markdown that stays as it is. The renderer of the site shows HTML in it as text. */
    public static Text own(String source) {
        return body(source == null ? "" : source, false);
    }

    private static Text body(String markdown, boolean plain) {
        String text = UserInput.lines(markdown);
        String kept = cut(text, LONGEST_TEXT);
        return new Text(kept, kept.length() < text.length(), plain);
    }

    /** The inline Markdown of a comment. */
    public static Text comment(String text) {
        String clean = text == null ? "" : UserInput.lines(text);
        String kept = cut(clean, LONGEST_COMMENT);
        return new Text(kept, kept.length() < clean.length(), false);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end) + CUT;
    }

    /**
     * The tags of a question.
     *
     * @param names at most {@link #MOST_TAGS}
     * @param left the words that are no tags here, or are too many
     */
    public record Tags(List<String> names, List<String> left) {}

    /** Tags as in {@code <java><c++>} or {@code |java|c++|}. */
    public static Tags tags(String stored) {
        Set<String> names = new LinkedHashSet<>();
        List<String> left = new ArrayList<>();
        for (String word : (stored == null ? "" : stored).split("[<>|]+")) {
            String name = TagNames.canonical(word);
            if (name.isEmpty()) {
                continue;
            }
            if (TagNames.valid(name) && names.size() < MOST_TAGS) {
                names.add(name);
            } else if (!names.contains(name)) {
                left.add(word);
            }
        }
        return new Tags(List.copyOf(names), left);
    }
}
