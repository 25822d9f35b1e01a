package askme.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes cleaned HTML as Markdown: block by block, one paragraph a line. */
final class MarkdownWriter {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "hr",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td");

    /** Tags that the renderer accepts in a text. */
    private static final Set<String> KEPT_TAGS = Set.of("kbd", "sub", "sup", "ins", "mark");

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s<>]+");
    static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern LINE_START = Pattern.compile("^(?:([#>+=:-])|(\\d{1,9})([.)]))");
    private static final int DEEPEST = 24;
    private static final int HEADINGS = 6;
    private static final String HARD_BREAK = "\\\n";

    private final boolean plain;
    private int depth;
    private int insideLink;

    /** @param plain without emphasis and links */
    MarkdownWriter(boolean plain) {
        this.plain = plain;
    }

    String write(Element body) {
        return String.join("\n\n", blocks(body));
    }

    private List<String> blocks(Element parent) {
        if (depth == DEEPEST) {
            return paragraph(escape(parent.text()));
        }
        depth++;
        List<String> written = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean otherMark = false;
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                written.addAll(paragraph(line.toString()));
                line.setLength(0);
                boolean list = element.nameIs("ul") || element.nameIs("ol");
                otherMark = list && followsList(element) && !otherMark;
                written.addAll(list ? List.of(list(element, otherMark)) : block(element));
            } else {
                inline(child, line);
            }
        }
        written.addAll(paragraph(line.toString()));
        depth--;
        written.removeIf(String::isBlank);
        return written;
    }

    private static boolean followsList(Element list) {
        Element before = list.previousElementSibling();
        return before != null && before.nameIs(list.normalName());
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    private List<String> block(Element element) {
        String name = element.normalName();
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, Math.min(HEADINGS, name.charAt(1) - '0'));
            case "blockquote" -> List.of(prefixed("> ", "> ", String.join("\n\n", blocks(element))));
            case "pre" -> MarkdownPieces.code(element);
            case "hr" -> List.of("---");
            case "table" -> new TableWriter(this).write(element);
            default -> blocks(element);
        };
    }

    private List<String> heading(Element element, int level) {
        String text = inline(element).replace(HARD_BREAK, " ");
        String open = text.replaceFirst("(#+)$", "\\\\$1"); // else these signs would close the heading
        return text.isEmpty() ? List.of() : List.of("#".repeat(level) + " " + open);
    }

    private String list(Element list, boolean otherMark) {
        boolean ordered = list.nameIs("ol");
        long number = start(list);
        boolean loose = !list.select("> li > p").isEmpty();
        List<String> items = new ArrayList<>();
        for (Element item : list.children()) {
            String mark = ordered ? number++ + (otherMark ? ") " : ". ") : otherMark ? "* " : "- ";
            List<String> inside = blocks(item);
            String text = String.join(loose ? "\n\n" : "\n", inside);
            boolean needsBlank = !loose && inside.stream().skip(1).anyMatch(block -> !isList(block));
            items.add(prefixed(mark, " ".repeat(mark.length()), needsBlank ? String.join("\n\n", inside) : text));
        }
        return String.join(loose ? "\n\n" : "\n", items);
    }

    private static boolean isList(String block) {
        return block.matches("(?s)(?:[-*]|1[.)]) .*");
    }

    private static long start(Element list) {
        String start = list.attr("start");
        return start.matches("\\d{1,9}") ? Long.parseLong(start) : 1;
    }

    private static String prefixed(String first, String rest, String text) {
        String indented = text.replace("\n", "\n" + rest);
        return (first + indented)
                .lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse(first);
    }

    private static List<String> paragraph(String line) {
        String text = line.strip();
        while (text.endsWith("\\") && text.length() > 1 && text.charAt(text.length() - 2) != '\\') {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        List<String> lines = new ArrayList<>();
        for (String one : text.split("\\\\\n")) {
            lines.add(LINE_START
                    .matcher(one.strip())
                    .replaceFirst(found -> Matcher.quoteReplacement(
                            found.group(1) != null ? "\\" + found.group(1) : found.group(2) + "\\" + found.group(3))));
        }
        lines.removeIf(String::isEmpty);
        return lines.isEmpty() ? List.of() : List.of(String.join(HARD_BREAK, lines));
    }

    /** The content of an element in one line. */
    String inline(Element element) {
        StringBuilder line = new StringBuilder();
        element.childNodes().forEach(child -> inline(child, line));
        return line.toString().strip();
    }

    private void inline(Node node, StringBuilder line) {
        if (node instanceof TextNode text) {
            String words = SPACES.matcher(text.getWholeText()).replaceAll(" ");
            boolean again = line.length() == 0
                    || line.charAt(line.length() - 1) == ' '
                    || line.charAt(line.length() - 1) == '\n';
            line.append(escape(again ? words.replaceFirst("^ ", "") : words));
        } else if (node instanceof Element element) {
            element(element, line);
        }
    }

    private void element(Element element, StringBuilder line) {
        if (depth == DEEPEST) {
            line.append(escape(element.text()));
            return;
        }
        depth++;
        switch (element.normalName()) {
            case "br" -> line.append(HARD_BREAK);
            case "em", "i" -> emphasis("*", element, line);
            case "strong", "b" -> emphasis("**", element, line);
            case "del", "s", "strike" -> emphasis("~~", element, line);
            case "code" -> MarkdownPieces.inlineCode(element, line);
            case "a" -> link(element, line);
            case "img" -> image(element, line);
            default -> tag(element, line);
        }
        depth--;
    }

    private void tag(Element element, StringBuilder line) {
        boolean kept =
                KEPT_TAGS.contains(element.normalName()) && !element.text().isBlank();
        boolean gap = isBlock(element) && line.length() > 0;
        line.append(kept ? "<" + element.normalName() + ">" : gap ? " " : "");
        element.childNodes().forEach(child -> inline(child, line));
        line.append(kept ? "</" + element.normalName() + ">" : gap ? " " : "");
    }

    /** Spaces stay outside of the marks, as Markdown requires. */
    private void emphasis(String mark, Element element, StringBuilder line) {
        StringBuilder inside = new StringBuilder();
        element.childNodes().forEach(child -> inline(child, inside));
        String text = inside.toString();
        String words = text.strip();
        if (plain
                || words.isEmpty()
                || words.contains(HARD_BREAK)
                || element.parents().is(element.normalName())) {
            line.append(text);
            return;
        }
        if (!flanks(line, text, words, element.nextSibling())) {
            line.append(text);
            return;
        }
        line.append(text.startsWith(" ") ? " " : "").append(mark).append(words).append(mark);
        line.append(text.endsWith(" ") ? " " : "");
    }

    /** Whether Markdown reads the marks: beside a letter outside there is no sign inside (CommonMark 0.31, 6.2). */
    private static boolean flanks(StringBuilder line, String text, String words, Node next) {
        boolean letterBefore = !text.startsWith(" ") && line.length() > 0 && isWord(line.charAt(line.length() - 1));
        String rest = next instanceof TextNode following ? following.getWholeText() : next == null ? "" : "x";
        boolean letterAfter = !text.endsWith(" ") && !rest.isEmpty() && isWord(rest.charAt(0));
        return (!letterBefore || isWord(words.charAt(0))) && (!letterAfter || isWord(words.charAt(words.length() - 1)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private void link(Element element, StringBuilder line) {
        insideLink++;
        String text = inline(element);
        insideLink--;
        String address = element.attr("href").strip();
        if (plain || insideLink > 0 || address.isEmpty() || text.isEmpty() || text.contains(HARD_BREAK)) {
            line.append(text);
        } else if (element.text().equals(address) && ADDRESS.matcher(address).matches() && address.startsWith("http")) {
            line.append('<').append(address).append('>');
        } else {
            line.append('[')
                    .append(text)
                    .append("](")
                    .append(MarkdownPieces.destination(address))
                    .append(MarkdownPieces.title(element))
                    .append(')');
        }
    }

    /** A picture of another site is a link: pages load nothing from other sites. */
    private void image(Element element, StringBuilder line) {
        String name = escape(MarkdownPieces.nameOf(element));
        boolean linked =
                plain || insideLink > 0 || !ADDRESS.matcher(element.attr("src")).matches();
        line.append(linked ? name : "[" + name + "](" + MarkdownPieces.destination(element.attr("src")) + ")");
    }

    private String escape(String text) {
        return insideLink > 0 || plain ? MarkdownEscapes.text(text) : MarkdownEscapes.textWithAddresses(text);
    }
}
