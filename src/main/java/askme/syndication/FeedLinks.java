package askme.syndication;

import askme.member.MemberLinks;
import askme.question.Listing;
import askme.question.QuestionLinks;
import askme.tag.TagLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    static final String MEMBER = MemberLinks.MEMBER + ATOM;
    static final String SEARCH = "/search" + ATOM;

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

    /** The feed of a member's questions. */
    static String atomOfMember(String nickname) {
        return LocalPath.with(MEMBER, nickname);
    }

    /** The feed of a member's answers. */
    static String atomOfMemberAnswers(String nickname) {
        return atomOfMember(nickname) + "?tab=answers";
    }

    /** The feed of the newest results for {@code typed}. */
    static String atomOfSearch(String typed) {
        return SEARCH + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /** The feed of one question, with its answers and comments. */
    static String atomOfQuestion(long id) {
        return LocalPath.with(QUESTION, id);
    }
}
