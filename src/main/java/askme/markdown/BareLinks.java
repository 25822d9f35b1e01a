package askme.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Makes links of web addresses in a text, while it is parsed. The library's autolink extension does so afterwards: then {@code
 * https://example.org/__init__.py} is already a strong "init" between two pieces of text.
 */
final class BareLinks implements InlineContentParserFactory {

    private static final Set<Character> TRIGGERS = Set.of('h', 'H', 'w', 'W', '*', '_', '~');
    private static final int LONGEST_BEGINNING = "https://".length();

    @Override
    public Set<Character> getTriggerCharacters() {
        return TRIGGERS;
    }

    @Override
    public InlineContentParser create() {
        return new InBlock();
    }

    /** The addresses of one block, and the emphasis that is open in it. */
    private static final class InBlock implements InlineContentParser {

        private final Map<Integer, Integer> openEmphasis = new HashMap<>();

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            char first = scanner.peek();
            if (first == '*' || first == '_' || first == '~') {
                noteEmphasis(scanner, first);
                return ParsedInline.none();
            }
            int before = scanner.peekPreviousCodePoint();
            Position start = scanner.position();
            Optional<String> beginning = WebAddress.beginning(source(scanner, start, LONGEST_BEGINNING));
            if (beginning.isEmpty() || !mayPrecede(before, beginning.get())) {
                return ParsedInline.none();
            }
            String source = source(scanner, start, WebAddress.LONGEST);
            return WebAddress.at(source, this::isEmphasised)
                    .map(found -> ParsedInline.of(link(found.address()), after(scanner, start, found.length())))
                    .orElseGet(ParsedInline::none);
        }

        private boolean isEmphasised(int character) {
            return openEmphasis.getOrDefault(character, 0) > 0;
        }

        /** Counts the delimiter run at the scanner's position (CommonMark 0.31, 6.2). */
        private void noteEmphasis(Scanner scanner, char mark) {
            int before = scanner.peekPreviousCodePoint();
            scanner.matchMultiple(mark);
            int after = scanner.peekCodePoint();
            boolean left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
            boolean right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
            boolean inWord = mark == '_' && left && right;
            boolean opens = left && (!inWord || isPunctuation(before));
            boolean closes = right && (!inWord || isPunctuation(after));
            if (closes && isEmphasised(mark)) {
                openEmphasis.merge((int) mark, -1, Integer::sum);
            } else if (opens) {
                openEmphasis.merge((int) mark, 1, Integer::sum);
            }
        }

        /** Up to {@code most} characters of the line. The scanner is at {@code start} again afterwards. */
        private static String source(Scanner scanner, Position start, int most) {
            for (int i = 0; i < most && scanner.peek() > ' '; i++) {
                scanner.next();
            }
            String source = scanner.getSource(start, scanner.position()).getContent();
            scanner.setPosition(start);
            return source;
        }

        private static Position after(Scanner scanner, Position start, int length) {
            scanner.setPosition(start);
            for (int i = 0; i < length; i++) {
                scanner.next();
            }
            return scanner.position();
        }

        /**
         * A scheme must not be the end of another one, such as {@code git+https:}. A www. must not be inside an address. Letters
         * that are not ASCII may precede, because some scripts have no spaces.
         */
        private static boolean mayPrecede(int before, String beginning) {
            boolean scheme = beginning.endsWith("/");
            boolean inWord = before <= 0x7f && Character.isLetterOrDigit(before);
            return !inWord && (scheme ? "+" : "/@.:-+\\").indexOf(before) < 0;
        }

        private static Link link(String address) {
            boolean scheme = address.regionMatches(true, 0, "http", 0, 4);
            Link link = new Link(scheme ? address : "http://" + address, null);
            link.appendChild(new Text(address));
            return link;
        }

        private static boolean isSpace(int codePoint) {
            return codePoint == Scanner.END || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
        }

        private static boolean isPunctuation(int codePoint) {
            return !Character.isLetterOrDigit(codePoint) && !isSpace(codePoint);
        }
    }
}
