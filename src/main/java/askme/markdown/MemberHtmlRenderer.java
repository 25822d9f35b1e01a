package askme.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders the parts of a member's text that differ from plain CommonMark. HTML is shown as it was typed, so that {@code
 * List<String>} does not vanish; only a few tags that Markdown lacks are allowed. An image becomes a link to it, because
 * pages load nothing from other sites (Content-Security-Policy). So no picture can track a reader.
 */
final class MemberHtmlRenderer implements NodeRenderer {

    private static final Pattern ALLOWED = Pattern.compile("</?(?:kbd|sub|sup|ins|del|mark|br)\\s{0,9}/?>");
    private final HtmlNodeRendererContext context;
    private final HtmlWriter out;

    MemberHtmlRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.out = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlInline.class, Image.class, Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image image) {
            image(image);
        } else if (node instanceof Link link) {
            link(link);
        } else {
            html(((HtmlInline) node).getLiteral());
        }
    }

    static boolean allowed(String tag) {
        return ALLOWED.matcher(tag).matches();
    }

    private void html(String tag) {
        if (allowed(tag)) {
            out.raw(tag);
        } else {
            out.text(tag);
        }
    }

    private void link(Link link) {
        String url = url(link.getDestination());
        if (url.isEmpty()) {
            children(link);
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", url);
        if (link.getTitle() != null) {
            attributes.put("title", link.getTitle());
        }
        out.tag("a", attributes);
        children(link);
        out.tag("/a");
    }

    private void image(Image image) {
        String url = url(image.getDestination());
        boolean linked = !url.isEmpty() && !(image.getParent() instanceof Link);
        if (linked) {
            out.tag("a", Map.of("href", url));
        }
        if (image.getFirstChild() == null) {
            out.text(image.getDestination());
        }
        children(image);
        if (linked) {
            out.tag("/a");
        }
    }

    /** The address of a link; "" if it is refused. The link is plain text then, because an empty address is the page itself. */
    private String url(String destination) {
        return context.encodeUrl(context.urlSanitizer().sanitizeLinkUrl(destination));
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
