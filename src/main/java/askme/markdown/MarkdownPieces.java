package askme.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Code, and the parts of links and pictures, in Markdown. */
final class MarkdownPieces {

    private static final Pattern LANGUAGE = Pattern.compile("(?:lang|language)-([\\w+#.-]{1,40})");

    private MarkdownPieces() {}

    /** A block of code. Its fence is longer than any inside. */
    static String fence(String language, String code) {
        int longest = 2;
        for (Matcher run = Pattern.compile("`+").matcher(code); run.find(); ) {
            longest = Math.max(longest, run.end() - run.start());
        }
        String fence = "`".repeat(longest + 1);
        return fence + language + "\n" + code + "\n" + fence;
    }

    static void inlineCode(Element element, StringBuilder line) {
        String code = MarkdownWriter.SPACES
                .matcher(element.wholeText())
                .replaceAll(" ")
                .strip();
        if (code.isEmpty()) {
            return;
        }
        int longest = 0;
        for (Matcher run = Pattern.compile("`+").matcher(code); run.find(); ) {
            longest = Math.max(longest, run.end() - run.start());
        }
        String mark = "`".repeat(longest + 1);
        String gap = code.startsWith("`") || code.endsWith("`") ? " " : "";
        line.append(mark).append(gap).append(code).append(gap).append(mark);
    }

    /** The description of a picture, or its address. */
    static String nameOf(Element image) {
        String description =
                MarkdownWriter.SPACES.matcher(image.attr("alt")).replaceAll(" ").strip();
        return UserInput.isVisible(description) ? description : image.attr("src");
    }

    static String destination(String address) {
        return "<"
                + address.replaceAll("[\\s\\p{Cntrl}]+", "%20")
                        .replace("\\", "%5C")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                + ">";
    }

    static String title(Element link) {
        String title = MarkdownWriter.SPACES
                .matcher(link.attr("title"))
                .replaceAll(" ")
                .strip();
        return title.isEmpty() ? "" : " \"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static List<String> code(Element pre) {
        Element code = pre.selectFirst("code");
        String classes = pre.className() + " " + (code == null ? "" : code.className());
        Matcher language = LANGUAGE.matcher(classes);
        String name = language.find() && !language.group(1).equals("none") ? language.group(1) : "";
        String text = pre.wholeText();
        return text.isBlank()
                ? List.of()
                : List.of(fence(name, text.replaceFirst("^\\n", "").replaceFirst("\\n$", "")));
    }
}
