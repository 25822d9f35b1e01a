package askme.syndication;

import askme.markdown.MarkdownCache;
import askme.question.ListTexts;
import askme.question.Listing;
import askme.question.QuestionCard;
import askme.question.QuestionLinks;
import askme.question.QuestionLists;
import askme.question.QuestionQueries;
import askme.tag.Tag;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The Atom feeds of the lists of questions, with the whole texts. */
@Path("/")
@Blocking
class QuestionFeedResource {

    private final QuestionLists lists;
    private final QuestionQueries questions;
    private final ListTexts texts;
    private final MarkdownCache markdown;
    private final PageContext context;

    QuestionFeedResource(
            QuestionLists lists,
            QuestionQueries questions,
            ListTexts texts,
            MarkdownCache markdown,
            PageContext context) {
        this.lists = lists;
        this.questions = questions;
        this.texts = texts;
        this.markdown = markdown;
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
        Map<Long, QuestionQueries.Text> found =
                questions.texts(cards.stream().map(QuestionCard::id).toList());
        List<Feed.Entry> entries = cards.stream()
                .filter(card -> found.containsKey(card.id())) // another request may have deleted it
                .map(card -> entry(card, found.get(card.id())))
                .toList();
        Feed feed = new Feed(texts.title(listing, name), FeedLinks.atomOf(listing, name), listing.path(name), entries);
        return XmlFiles.atom(feed, context.locale());
    }

    private Feed.Entry entry(QuestionCard card, QuestionQueries.Text text) {
        return new Feed.Entry(
                QuestionLinks.question(card.id()),
                texts.titleOf(card.title(), card.closed()),
                card.author().nickname(),
                card.askedAt(),
                text.editedAt() == null ? card.askedAt() : text.editedAt(),
                card.tags(),
                card.excerpt(),
                markdown.html(text.body()).html());
    }
}
