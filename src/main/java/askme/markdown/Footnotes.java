package askme.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Footnotes as on GitHub: {@code [^1]} in the text and {@code [^1]: the note} below. The library's own extension was not available
 * in the version of the library, and its ids would repeat on a page with many posts.
 */
final class Footnotes implements Parser.ParserExtension {

    private static final Pattern DEFINITION = Pattern.compile("\\[\\^([^\\s\\[\\]]{1,100})]:\\s*");
    private static final int CODE_INDENT = 4;

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new DefinitionFactory())
                .linkProcessor(Footnotes::reference)
                .postProcessor(Footnotes::collect);
    }

    /** The note itself. */
    static final class Definition extends CustomBlock {

        private final String label;

        /** Its place among the notes that the text refers to, from 1. */
        private int number;

        private int references;

        Definition(String label) {
            this.label = label;
        }

        int number() {
            return number;
        }
    }

    /** A place of the text that refers to a note. */
    static final class Reference extends CustomNode {

        private final Definition definition;
        private boolean first;

        Reference(Definition definition) {
            this.definition = definition;
        }

        int number() {
            return definition.number;
        }

        /** Whether no earlier place refers to the note. Only this one is the target of the link back. */
        boolean isFirst() {
            return first;
        }
    }

    /** The notes, at the end of the text. */
    static final class Notes extends CustomBlock {}

    private static LinkResult reference(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean onlyText = link.destination() == null
                && (link.label() == null || link.label().isEmpty());
        if (!onlyText || !link.text(scanner).startsWith("^")) {
            return LinkResult.none();
        }
        Definition definition =
                context.getDefinition(Definition.class, link.text(scanner).substring(1));
        return definition == null
                ? LinkResult.none()
                : LinkResult.replaceWith(new Reference(definition), link.afterTextBracket());
    }

    /** Numbers the notes in the order in which the text refers to them, and moves them to the end. Unused ones are removed. */
    private static Node collect(Node document) {
        List<Definition> definitions = new ArrayList<>();
        Set<Definition> used = new LinkedHashSet<>();
        Deque<Node> toVisit = new ArrayDeque<>(List.of(document));
        while (!toVisit.isEmpty()) {
            Node root = toVisit.poll();
            root.accept(new AbstractVisitor() {
                @Override
                public void visit(CustomBlock block) {
                    if (block instanceof Definition definition && block != root) {
                        definitions.add(definition);
                    } else {
                        visitChildren(block);
                    }
                }

                @Override
                public void visit(CustomNode node) {
                    if (node instanceof Reference reference) {
                        reference.first = reference.definition.references++ == 0;
                        if (used.add(reference.definition)) {
                            reference.definition.number = used.size();
                            toVisit.add(reference.definition);
                        }
                    } else {
                        visitChildren(node);
                    }
                }
            });
        }
        definitions.forEach(Node::unlink);
        if (!used.isEmpty()) {
            Notes notes = new Notes();
            used.forEach(notes::appendChild);
            document.appendChild(notes);
        }
        return document;
    }

    private static final class DefinitionParser extends AbstractBlockParser {

        private final Definition block;

        DefinitionParser(String label) {
            block = new Definition(label);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() >= CODE_INDENT) {
                return BlockContinue.atColumn(state.getColumn() + CODE_INDENT);
            }
            return state.isBlank() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            DefinitionMap<Definition> map = new DefinitionMap<>(Definition.class);
            map.putIfAbsent(block.label, block);
            return List.of(map);
        }
    }

    private static final class DefinitionFactory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= CODE_INDENT) {
                return BlockStart.none();
            }
            CharSequence line = state.getLine().getContent();
            Matcher definition = DEFINITION.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
            return definition.lookingAt()
                    ? BlockStart.of(new DefinitionParser(definition.group(1))).atIndex(definition.end())
                    : BlockStart.none();
        }
    }
}
