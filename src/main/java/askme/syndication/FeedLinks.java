package askme.syndication;

import askme.question.Listing;
import askme.question.QuestionLinks;
import askme.tag.TagLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of files for programs. */
@TemplateExtension(namespace = "to", priority = 15)
final class FeedLinks {

    static final String ROBOTS = "/robots.txt";
    static final String SITEMAP = "/sitemap.xml";
    static final String PART = "/sitemap/{number}.xml";
    static final String ATOM = "/feed.atom";
    static final String ACTIVE = "/active" + ATOM;
    static final String UNANSWERED = "/unanswered" + ATOM;
    static final String HOT = "/hot" + ATOM;
    static final String TAG = TagLinks.TAG + ATOM;
    static final String QUESTION = QuestionLinks.QUESTION + ATOM;

    private FeedLinks() {}

    static String sitemap() {
        return SITEMAP;
    }

    static String sitemapPart(int number) {
        return LocalPath.with(PART, number);
    }

    /** The feed of a list; {@code tag} is empty for the whole site. */
    static String atomOf(Listing listing, String tag) {
        String path = listing.path + ATOM.substring(1);
        return tag.isEmpty() ? path : LocalPath.with(path + "?tag={tag}", tag);
    }

    /** The feed of the newest questions. */
    static String atom() {
        return ATOM;
    }

    /** The feed of the best questions. */
    static String atomHot() {
        return HOT;
    }

    /** The feed of the newest questions with this tag. */
    static String atomTagged(String tag) {
        return atomOf(Listing.NEWEST, tag);
    }

    /** The feed of one question, with its answers and comments. */
    static String atomOfQuestion(long id) {
        return LocalPath.with(QUESTION, id);
    }
}
