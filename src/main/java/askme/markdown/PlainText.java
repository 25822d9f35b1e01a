package askme.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words and code of a text without its markup. Spaces separate blocks, and addresses of links are left out. */
final class PlainText extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    static String of(Node document) {
        PlainText text = new PlainText();
        document.accept(text);
        return text.oneLine();
    }

    /** The words inside of {@code node}. */
    static String ofChildren(Node node) {
        PlainText text = new PlainText();
        text.visitChildren(node);
        return text.oneLine();
    }

    private String oneLine() {
        return UserInput.withoutDirectionControls(words.toString())
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        words.append(code.getLiteral()).append(' ');
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        words.append(code.getLiteral()).append(' ');
    }

    @Override
    public void visit(HtmlInline html) {
        if (!MemberHtmlRenderer.allowed(html.getLiteral())) {
            words.append(html.getLiteral());
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        words.append(html.getLiteral()).append(' ');
    }

    /** An image without a description is its address. A picture of this site has no words then: nobody typed its address. */
    @Override
    public void visit(Image image) {
        String description = ofChildren(image);
        if (UserInput.isVisible(description)) {
            words.append(description);
        } else if (PictureAddress.ofUrl(image.getDestination()).isEmpty()) {
            words.append(image.getDestination());
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    protected void visitChildren(Node parent) {
        super.visitChildren(parent);
        if (parent instanceof Block || parent instanceof TableCell) {
            words.append(' ');
        }
    }
}
