package askme.syndication;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The rules of RFC 4287 that a validator of feeds checks. */
final class AtomRules {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Set<String> OF_FEED = Set.of(
            "author",
            "category",
            "contributor",
            "generator",
            "icon",
            "id",
            "link",
            "logo",
            "rights",
            "subtitle",
            "title",
            "updated",
            "entry");
    private static final Set<String> OF_ENTRY = Set.of(
            "author",
            "category",
            "content",
            "contributor",
            "id",
            "link",
            "published",
            "rights",
            "source",
            "summary",
            "title",
            "updated");

    private final List<String> faults = new ArrayList<>();

    private AtomRules() {}

    /** The faults of the feed; empty if it is valid. */
    static List<String> faults(String xml) {
        AtomRules rules = new AtomRules();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            rules.feed(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            rules.faults.add("not XML: " + e.getMessage());
        }
        return rules.faults;
    }

    private void feed(Element feed) {
        check("feed".equals(feed.getLocalName()) && ATOM.equals(feed.getNamespaceURI()), "root is no Atom feed");
        common(feed, OF_FEED);
        boolean self = children(feed, "link").stream()
                .anyMatch(link -> link.getAttribute("rel").equals("self"));
        check(self, "feed: no link to itself");
        Set<String> ids = new HashSet<>();
        for (Element entry : children(feed, "entry")) {
            common(entry, OF_ENTRY);
            boolean author = !children(entry, "author").isEmpty()
                    || !children(feed, "author").isEmpty();
            check(author, "entry: no author");
            atMostOne(entry, "published", "content", "summary", "rights", "source");
            children(entry, "published").forEach(this::date);
            children(entry, "content").forEach(this::text);
            children(entry, "summary").forEach(this::text);
            List<Element> id = children(entry, "id");
            check(id.isEmpty() || ids.add(id.get(0).getTextContent()), "entry: an id that another one has");
        }
    }

    /** 4.1.1 and 4.1.2: one id, one title, one moment; and one alternate of each type and language. */
    private void common(Element parent, Set<String> allowed) {
        for (Element child : children(parent, null)) {
            check(allowed.contains(child.getLocalName()), parent.getLocalName() + ": unknown " + child.getNodeName());
        }
        for (String name : List.of("id", "title", "updated")) {
            check(children(parent, name).size() == 1, parent.getLocalName() + ": not one " + name);
        }
        children(parent, "id").forEach(id -> absolute(id.getTextContent()));
        children(parent, "updated").forEach(this::date);
        children(parent, "title").forEach(this::text);
        children(parent, "author").forEach(author -> {
            check(children(author, "name").size() == 1, "author: not one name");
            check(!author.getTextContent().isBlank(), "author: empty name");
        });
        children(parent, "category")
                .forEach(category -> check(!category.getAttribute("term").isBlank(), "category: no term"));
        Set<String> alternates = new HashSet<>();
        children(parent, "link").forEach(link -> {
            absolute(link.getAttribute("href"));
            check(
                    !link.getAttribute("rel").equals("alternate")
                            || alternates.add(link.getAttribute("type") + link.getAttribute("hreflang")),
                    "link: a second alternate");
        });
    }

    /** 3.1: the content of text and HTML has no elements. */
    private void text(Element element) {
        String type = element.getAttribute("type");
        check(Set.of("", "text", "html").contains(type), element.getNodeName() + ": type " + type);
        check(children(element, null).isEmpty(), element.getNodeName() + ": has elements");
    }

    /** 3.3: RFC 3339 with upper-case T and Z. */
    private void date(Element element) {
        try {
            OffsetDateTime.parse(element.getTextContent());
            check(element.getTextContent().matches("[0-9T:.Z+-]+"), "lower case in a moment");
        } catch (DateTimeException e) {
            faults.add(element.getNodeName() + ": no moment: " + element.getTextContent());
        }
    }

    private void absolute(String address) {
        try {
            check(URI.create(address).isAbsolute(), "not absolute: " + address);
        } catch (IllegalArgumentException e) {
            faults.add("no address: " + address);
        }
    }

    private void atMostOne(Element parent, String... names) {
        for (String name : names) {
            check(children(parent, name).size() <= 1, parent.getLocalName() + ": more than one " + name);
        }
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    /** The elements {@code name} in {@code parent}; all if it is null. */
    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                found.add(element);
            }
        }
        return found;
    }
}
