package askme.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
 * List<String>} does not vanish; only a few tags that Markdown lacks are allowed. A picture that was uploaded to this site is
 * shown. Any other image becomes a link to it, because pages load nothing from other sites (Content-Security-Policy). So no
 * picture can track a reader.
 */
final class MemberHtmlRenderer implements NodeRenderer {

    private static final Pattern ALLOWED = Pattern.compile("</?(?:kbd|sub|sup|ins|del|mark|br)\\s{0,9}/?>");

    /** Addresses that mean the same on every page. Others, such as {@code restart-the-server}, would lead to a missing page. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)^(?:https?://[^/?#\\s]|mailto:[^\\s?]|/)");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:|[\\p{Cntrl}&&[^\\t]]");
    private final HtmlNodeRendererContext context;
    private final HtmlWriter out;
    private final boolean pictures;

    /** @param pictures whether pictures of this site are shown */
    MemberHtmlRenderer(HtmlNodeRendererContext context, boolean pictures) {
        this.context = context;
        this.out = context.getWriter();
        this.pictures = pictures;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                HtmlInline.class,
                Image.class,
                Link.class,
                Footnotes.Reference.class,
                Footnotes.Notes.class,
                Footnotes.Definition.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image image) {
            image(image);
        } else if (node instanceof Link link) {
            link(link);
        } else if (node instanceof Footnotes.Reference reference) {
            reference(reference);
        } else if (node instanceof Footnotes.Notes notes) {
            notes(notes);
        } else if (node instanceof Footnotes.Definition note) {
            note(note);
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
            unlinked(link, link.getDestination());
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", url);
        if (link.getTitle() != null) {
            attributes.put("title", link.getTitle());
        }
        out.tag("a", attributes);
        children(link);
        if (!UserInput.isVisible(PlainText.of(link))) {
            out.text(link.getDestination());
        }
        out.tag("/a");
    }

    private void image(Image image) {
        Optional<PictureAddress> picture = PictureAddress.ofUrl(image.getDestination());
        if (picture.isPresent() && pictures) {
            picture(image, picture.orElseThrow());
        } else {
            linkToImage(image);
        }
    }

    private void picture(Image image, PictureAddress address) {
        boolean linked = !isInLink(image);
        if (linked) {
            out.tag("a", Map.of("href", address.url()));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", PictureAddress.FOLDER + address.smallName());
        attributes.put("alt", description(image));
        if (image.getTitle() != null) {
            attributes.put("title", image.getTitle());
        }
        attributes.put("width", Integer.toString(address.smallWidth()));
        attributes.put("height", Integer.toString(address.smallHeight()));
        attributes.put("loading", "lazy");
        out.tag("img", attributes, true);
        if (linked) {
            out.tag("/a");
        }
    }

    /** The picture is a link, which needs a name. A screen reader reads the sign in its language: framed picture. */
    private static String description(Image image) {
        String description = PlainText.ofChildren(image);
        return UserInput.isVisible(description) ? description : "\ud83d\uddbc";
    }

    private void linkToImage(Image image) {
        String url = url(image.getDestination());
        boolean linked = !url.isEmpty() && !isInLink(image);
        if (linked) {
            out.tag("a", Map.of("href", url));
        }
        children(image);
        if (!UserInput.isVisible(PlainText.ofChildren(image))) {
            out.text(image.getDestination());
        } else if (url.isEmpty()) {
            unlinked(image, image.getDestination());
        }
        if (linked) {
            out.tag("/a");
        }
    }

    private static boolean isInLink(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }

    /** Shows an address that names neither a site nor a path, so that a reader can still see it. */
    private void unlinked(Node node, String destination) {
        boolean harmless =
                !destination.isBlank() && !SCHEME.matcher(destination).find();
        if (harmless && !PlainText.of(node).strip().equals(destination)) {
            out.text(" (" + destination + ")");
        }
    }

    /** The address of a link; "" if it is refused. The link is plain text then, because an empty address is the page itself. */
    private String url(String destination) {
        String address = destination.strip();
        if (address.regionMatches(true, 0, "www.", 0, 4)) {
            address = "http://" + address;
        }
        return ABSOLUTE.matcher(address).find()
                ? context.encodeUrl(context.urlSanitizer().sanitizeLinkUrl(address))
                : "";
    }

    private void reference(Footnotes.Reference reference) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", "#" + SafeHtml.FOOTNOTE + reference.number());
        if (reference.isFirst()) {
            attributes.put("id", SafeHtml.FOOTNOTE + "ref-" + reference.number());
        }
        out.tag("sup");
        out.tag("a", attributes);
        out.text("[" + reference.number() + "]");
        out.tag("/a");
        out.tag("/sup");
    }

    private void notes(Footnotes.Notes notes) {
        out.line();
        out.tag("section", Map.of("class", "footnotes"));
        out.tag("ol");
        children(notes);
        out.tag("/ol");
        out.tag("/section");
        out.line();
    }

    private void note(Footnotes.Definition note) {
        out.tag("li", Map.of("id", SafeHtml.FOOTNOTE + note.number()));
        children(note);
        out.tag("a", Map.of("href", "#" + SafeHtml.FOOTNOTE + "ref-" + note.number()));
        out.text("\u21a9\ufe0e");
        out.tag("/a");
        out.tag("/li");
        out.line();
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
