package askme.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Makes links of e-mail addresses in a parsed text. Links in the text of another link become plain text: they cannot nest. */
final class MailLinks implements PostProcessor {

    private static final Pattern ADDRESS = Pattern.compile("(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]{1,64}+@"
            + "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*+\\.[\\p{L}\\p{M}\\p{N}])++[\\p{L}\\p{M}\\p{N}]++");

    @Override
    public Node process(Node document) {
        document.accept(new Visitor());
        return document;
    }

    private static final class Visitor extends AbstractVisitor {

        private int insideLinks;

        @Override
        public void visit(Link link) {
            insideLink(link);
            if (insideLinks > 0) {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            insideLink(image);
        }

        private void insideLink(Node node) {
            insideLinks++;
            visitChildren(node);
            insideLinks--;
        }

        @Override
        public void visit(Text text) {
            if (insideLinks == 0 && text.getLiteral().indexOf('@') > 0) {
                link(text);
            }
        }

        private static void unwrap(Link link) {
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }

        private static void link(Text text) {
            String literal = text.getLiteral();
            Matcher address = ADDRESS.matcher(literal);
            int done = 0;
            while (address.find()) {
                if (address.start() > done) {
                    text.insertBefore(new Text(literal.substring(done, address.start())));
                }
                Link link = new Link("mailto:" + address.group(), null);
                link.appendChild(new Text(address.group()));
                text.insertBefore(link);
                done = address.end();
            }
            if (done > 0) {
                text.setLiteral(literal.substring(done));
            }
        }
    }
}
