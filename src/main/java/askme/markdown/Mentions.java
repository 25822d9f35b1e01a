package askme.markdown;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * {@code @nickname} in a comment. The parser finds what may be a mention, outside of code and addresses. Only the names that the
 * caller knows become links.
 */
public final class Mentions {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{2,32}");

    /** After these, the sign belongs to an address. */
    private static final String BEFORE_ADDRESS = "@/.+-%:=&?#";

    private static final Pattern FINAL_SIGNS = Pattern.compile("[_-]+$");

    private static final Set<Integer> MARKS = Set.of(
            (int) Character.NON_SPACING_MARK, (int) Character.COMBINING_SPACING_MARK, (int) Character.ENCLOSING_MARK);

    private Mentions() {}

    /**
     * A member whom a comment mentions.
     *
     * @param nickname the nickname that is shown
     * @param url the page of the member
     */
    @TemplateData
    public record Mentioned(String nickname, String url) {}

    /** The form in which names are compared. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names after {@code @} in a comment, in their order. Each is there with and without signs at its end: {@code @ann_}. */
    public static List<String> names(String comment) {
        Set<String> names = new LinkedHashSet<>();
        Markdown.parseInline(comment).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof Name name && !isInLink(name)) {
                    names.add(name.text);
                    names.add(name.withoutFinalSigns());
                }
                super.visit(node);
            }
        });
        return List.copyOf(names);
    }

    /** Makes links of the names that are keys of {@code known}, and text of all others. */
    static void link(Node document, Map<String, Mentioned> known) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof Name name) {
                    replace(name, known);
                } else {
                    super.visit(node);
                }
            }
        });
    }

    private static void replace(Name name, Map<String, Mentioned> known) {
        boolean complete = known.containsKey(key(name.text));
        String used = complete ? name.text : name.withoutFinalSigns();
        Mentioned member = known.get(key(used));
        if (member == null || isInLink(name)) {
            name.insertBefore(new Text("@" + name.text));
        } else {
            Link link = new Link(member.url(), null);
            link.appendChild(new Text("@" + member.nickname()));
            name.insertBefore(link);
            name.insertBefore(new Text(name.text.substring(used.length())));
        }
        name.unlink();
    }

    private static boolean isInLink(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }

    /** A word after {@code @}. */
    private static final class Name extends CustomNode {

        private final String text;

        Name(String text) {
            this.text = text;
        }

        private String withoutFinalSigns() {
            return FINAL_SIGNS.matcher(text).replaceFirst("");
        }
    }

    /** Finds the names while a comment is parsed: the underscores of {@code @a_b_c} are no emphasis. */
    static final class Parser implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('@');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            if (Character.isLetterOrDigit(before) || BEFORE_ADDRESS.indexOf(before) >= 0) {
                return ParsedInline.none();
            }
            scanner.next();
            Position start = scanner.position();
            while (isPart(scanner.peek())) {
                scanner.next();
            }
            String name = scanner.getSource(start, scanner.position()).getContent();
            return NAME.matcher(name).matches()
                    ? ParsedInline.of(new Name(name), scanner.position())
                    : ParsedInline.none();
        }

        private static boolean isPart(char character) {
            return character == '_'
                    || character == '-'
                    || Character.isSurrogate(character)
                    || Character.isLetterOrDigit(character)
                    || MARKS.contains(Character.getType(character));
        }
    }
}
