package askme.syndication;

import askme.question.ListTexts;
import askme.question.Listing;
import askme.question.QuestionCard;
import askme.question.QuestionLists;
import askme.tag.Tag;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The Atom feeds of the lists of questions, with the whole texts. */
@Path("/")
@Blocking
class QuestionFeedResource {

    private final QuestionLists lists;
    private final ListTexts texts;
    private final QuestionEntries entries;
    private final PageContext context;

    QuestionFeedResource(QuestionLists lists, ListTexts texts, QuestionEntries entries, PageContext context) {
        this.lists = lists;
        this.texts = texts;
        this.entries = entries;
        this.context = context;
    }

    @GET
    @Path(FeedLinks.ATOM)
    @RateLimited("search")
    public Response newest(@RestQuery String tag) {
        return feed(Listing.NEWEST, tag);
    }

    @GET
    @Path(FeedLinks.ACTIVE)
    @RateLimited("search")
    public Response active(@RestQuery String tag) {
        return feed(Listing.ACTIVE, tag);
    }

    @GET
    @Path(FeedLinks.UNANSWERED)
    @RateLimited("search")
    public Response unanswered(@RestQuery String tag) {
        return feed(Listing.UNANSWERED, tag);
    }

    @GET
    @Path(FeedLinks.HOT)
    @RateLimited("search")
    public Response hot(@RestQuery String tag) {
        return feed(Listing.HOT, tag);
    }

    /** Readers of a feed want what is new, although the page of a tag begins with the best. */
    @GET
    @Path(FeedLinks.TAG)
    @RateLimited("search")
    public Response tagged(@RestPath String tag) {
        return feed(Listing.NEWEST, tag);
    }

    private Response feed(Listing listing, String typed) {
        Tag tag = typed == null || typed.isBlank() ? null : Tag.require(typed);
        String name = tag == null ? "" : tag.name;
        List<QuestionCard> cards = lists.first(listing, tag == null ? QuestionLists.WHOLE_SITE : tag.id);
        Feed feed = new Feed(
                texts.title(listing, name), FeedLinks.atomOf(listing, name), listing.path(name), entries.of(cards));
        return XmlFiles.atom(feed, context.locale());
    }
}
