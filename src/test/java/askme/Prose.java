package askme;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that people read in a source file or document: comments, log and error messages, Markdown.
 *
 * @see CodeComments
 */
final class Prose {

    /**
     * One sentence.
     *
     * @param line the line of the file on which it starts
     * @param counted whether its length is limited; false for messages, whose parts are joined at run time
     */
    record Sentence(int line, String text, boolean counted) {
        int words() {
            return (int) WORD.matcher(text).results().count();
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][^\\s]*");
    private static final Pattern END = Pattern.compile("[.!?][\"”')*_]*\\s+(?=[^\\p{Ll}\\s])");
    private static final Pattern CELL_END = Pattern.compile(";\\s+|" + END.pattern());
    private static final Pattern INLINE_CODE = Pattern.compile(
            "``[^`]+``|`[^`]+`|\\{@(?:code|link|linkplain|value|literal)\\b(?:[^{}]|\\{[^{}]*})*}|https?://\\S+");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern JAVADOC_BREAK = Pattern.compile(
            "^@(param\\s+\\S+|throws\\s+\\S+|return|see|since)\\s*|</?(p|ul|ol|li|pre|dl|dt|dd|h\\d)>",
            Pattern.MULTILINE);
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*([-*+]|\\d+\\.)\\s+");
    private static final Pattern MESSAGE =
            Pattern.compile("\"(?:title|description)\": \"([^\"]+)\"|summary: \"(.+?)\"}|\\becho \"([^\"]+)\"");

    private final List<Sentence> sentences = new ArrayList<>();

    private Prose() {}

    /** The sentences of {@code text}, read as the kind of file that {@code name} is. */
    static List<Sentence> of(String name, String text) {
        Prose prose = new Prose();
        if (name.endsWith(".md")) {
            prose.markdown(text.lines().toList());
        } else if (name.matches(".*\\.(java|js|mjs|css|scss)")) {
            new CodeComments(text, !name.endsWith(".java"), prose).read();
        } else if (name.matches(".*\\.(xml|html)")) {
            prose.matches(text, Pattern.compile("<!--(.*?)-->|\\{!(.*?)!}", Pattern.DOTALL), true);
        } else if (name.matches(".*\\.(lua|sql)")) {
            prose.lineComments(text.lines().toList(), "--");
        } else if (name.endsWith(".json")) {
            prose.matches(text, MESSAGE, false);
        } else {
            prose.lineComments(text.lines().toList(), "#");
            if (name.matches(".*\\.(yml|yaml)|(bin|bench)/.*")) {
                prose.matches(text, MESSAGE, false);
            }
            if (name.matches("(.*/)?messages/.*_en\\.properties|.*/ValidationMessages\\.properties")) {
                prose.matches(text.replaceAll("\\{[^{}\n]*}", "Code"), Pattern.compile("(?m)^[\\w.]+=(.+)$"), false);
            }
        }
        return prose.sentences;
    }

    /** Adds the sentences of a comment or paragraph that starts on {@code line}. */
    void add(int line, String block, boolean counted) {
        split(line, block, counted, END);
    }

    private void split(int line, String block, boolean counted, Pattern end) {
        String text = blank(block, INLINE_CODE);
        int start = 0;
        Matcher ends = end.matcher(text);
        while (ends.find()) {
            sentence(line, text, start, ends.end(), counted);
            start = ends.end();
        }
        sentence(line, text, start, text.length(), counted);
    }

    private void sentence(int line, String text, int start, int end, boolean counted) {
        String sentence = text.substring(start, end);
        int first = line
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count()
                + (int) sentence.substring(
                                0, sentence.length() - sentence.stripLeading().length())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        String words = sentence.replaceAll("\\s+", " ").strip();
        if (!words.isEmpty()) {
            sentences.add(new Sentence(first, words, counted));
        }
    }

    /** Replaces each match by the word Code, and keeps its line breaks, so that lines can still be counted. */
    private static String blank(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(found -> "Code" + found.group().replaceAll("[^\n]", ""));
    }

    /** A block comment: its leading asterisks are removed, its Javadoc tags and HTML elements end a paragraph. */
    void comment(int line, String comment) {
        String text = Pattern.compile("^[ \\t]*\\*+ ?", Pattern.MULTILINE)
                .matcher(comment)
                .replaceAll("");
        String marked = JAVADOC_BREAK.matcher(text).replaceAll("\f");
        int at = line;
        for (String paragraph : marked.split("(?<=\f)|(?<=\n[ \\t]?\n)")) {
            add(at, paragraph.replaceAll("</?\\w+>|\f", " "), true);
            at += (int) paragraph.chars().filter(c -> c == '\n').count();
        }
    }

    /** Comments that start with {@code mark} and end with the line; those on lines that follow each other are one text. */
    private void lineComments(List<String> lines, String mark) {
        Pattern comment = Pattern.compile(
                "^\\s*" + mark + "+(?!!)(.*)$|^[^\"']*?(?:[\"'][^\"']*[\"'][^\"']*?)*\\s" + mark + " (.*)$");
        TreeMap<Integer, String> block = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = comment.matcher(lines.get(i));
            boolean found = matcher.matches();
            boolean whole = found && matcher.group(1) != null;
            String text = !found ? "" : whole ? matcher.group(1) : matcher.group(2);
            boolean apart = !whole || text.isBlank() || text.matches(" {3,}.*|\\s*-{2,}.*| ?[\\w.%\"-]+=.*");
            if (apart) {
                flush(block);
            }
            if (found && !text.matches(" ?[\\w.%\"-]+=.*")) {
                block.put(i + 1, text.replaceAll("-{2,}", " "));
            }
            if (apart && found) {
                flush(block);
            }
        }
        flush(block);
    }

    private void flush(TreeMap<Integer, String> block) {
        if (!block.isEmpty()) {
            add(block.firstKey(), String.join("\n", block.values()), true);
            block.clear();
        }
    }

    private void matches(String text, Pattern pattern, boolean counted) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int group = 1;
            while (matcher.group(group) == null) {
                group++;
            }
            int line = 1
                    + (int) text.substring(0, matcher.start(group))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            add(line, matcher.group(group), counted);
        }
    }

    private void markdown(List<String> lines) {
        TreeMap<Integer, String> paragraph = new TreeMap<>();
        List<String> fence = new ArrayList<>();
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean border = line.strip().startsWith("```");
            fenced ^= border;
            fence.add(fenced && !border ? line : "");
            if (fenced
                    || border
                    || line.isBlank()
                    || line.matches("\\s*<!--.*|#+ .*|\\s*\\|.*")
                    || LIST_ITEM.matcher(line).find()) {
                flush(paragraph);
            }
            if (fenced || border || line.isBlank() || line.matches("\\s*<!--.*-->\\s*")) {
                continue;
            }
            String text = MARKDOWN_LINK
                    .matcher(LIST_ITEM.matcher(line).replaceFirst(""))
                    .replaceAll("$1");
            if (line.strip().startsWith("|")) {
                for (String cell : blank(text, INLINE_CODE).split("(?<!\\\\)\\|")) {
                    split(i + 1, cell, true, CELL_END);
                }
            } else {
                paragraph.put(i + 1, text.replaceFirst("^#+ ", "").replace("**", ""));
                if (line.startsWith("#")) {
                    flush(paragraph);
                }
            }
        }
        flush(paragraph);
        lineComments(fence, "#");
    }
}
