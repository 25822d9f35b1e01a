package askme.question;

import askme.follow.Follows;
import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.tag.TagLinks;
import askme.tag.TagNames;
import askme.web.LocalPath;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.page.PageVersion;
import askme.web.page.Paginator;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The lists of questions. The newest, the best, and the page of a tag have numbered pages. The active and the unanswered questions, and
 * every list with {@code ?tag=}, are paged by key.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QuestionListResource {

    private final QuestionQueries queries;
    private final QuestionLists lists;
    private final SiteCounter counter;
    private final CurrentMember current;
    private final ListTexts texts;
    private final Follows follows;

    QuestionListResource(
            QuestionQueries queries,
            QuestionLists lists,
            SiteCounter counter,
            CurrentMember current,
            ListTexts texts,
            Follows follows) {
        this.queries = queries;
        this.lists = lists;
        this.counter = counter;
        this.current = current;
        this.texts = texts;
        this.follows = follows;
    }

    @GET
    public TemplateInstance newest(
            @RestQuery String page, @RestQuery String tag, @RestQuery String before, RoutingContext routing) {
        if (given(tag)) {
            return listed(Listing.NEWEST, tag, before, routing);
        }
        PageVersion.declareList(routing);
        long total = counter.questions();
        Paginator pages = Paginator.of(page, total, QuestionQueries.PAGE_SIZE, QuestionLinks.newest());
        return QuestionViews.newest(queries.newest(pages.page(), total, current.idOrZero()), pages);
    }

    @GET
    @Path(QuestionLinks.HOT)
    public TemplateInstance hot(
            @RestQuery String page, @RestQuery String tag, @RestQuery String before, RoutingContext routing) {
        if (given(tag)) {
            return listed(Listing.HOT, tag, before, routing);
        }
        PageVersion.declareList(routing);
        Paginator pages = Paginator.of(page, counter.questions(), QuestionQueries.PAGE_SIZE, QuestionLinks.hot());
        return QuestionViews.hot(queries.hot(pages.page(), current.idOrZero()), pages);
    }

    @GET
    @Path(QuestionLinks.ACTIVE)
    public TemplateInstance active(@RestQuery String tag, @RestQuery String before, RoutingContext routing) {
        return listed(Listing.ACTIVE, tag, before, routing);
    }

    @GET
    @Path(QuestionLinks.UNANSWERED)
    public TemplateInstance unanswered(@RestQuery String tag, @RestQuery String before, RoutingContext routing) {
        return listed(Listing.UNANSWERED, tag, before, routing);
    }

    @GET
    @Path(TagLinks.TAG)
    public Object tagged(@RestPath String tag, @RestQuery String page, RoutingContext routing) {
        Tag found = Tag.require(tag);
        if (!found.name.equals(tag)) {
            String path = LocalPath.withQuery(
                    TagLinks.tag(found.name), routing.request().query());
            // Another name may become a tag again, so no browser may store this redirect.
            boolean spelling = found.name.equals(TagNames.canonical(tag));
            return Response.status(spelling ? Response.Status.MOVED_PERMANENTLY : Response.Status.FOUND)
                    .location(URI.create(path))
                    .build();
        }
        PageVersion.declareList(routing);
        long reader = current.idOrZero();
        Paginator pages = Paginator.of(page, found.questionCount, QuestionQueries.PAGE_SIZE, TagLinks.tag(found.name));
        return QuestionViews.tagged(
                found,
                queries.tagged(found.id, pages.page(), reader),
                pages,
                reader == 0 ? null : follows.ofTag(found.id, reader));
    }

    private TemplateInstance listed(Listing listing, String tag, String before, RoutingContext routing) {
        Tag found = given(tag) ? Tag.require(tag) : null;
        String name = found == null ? "" : found.name;
        ListKey key = ListKey.of(before);
        PageVersion.declareList(routing);
        KeyPage<QuestionCard> page =
                lists.page(listing, found == null ? QuestionLists.WHOLE_SITE : found.id, key, current.idOrZero());
        return QuestionViews.listed(new ListedPage(
                listing,
                name,
                texts.title(listing, name),
                texts.about(listing, name),
                texts.none(listing),
                page.rows(),
                KeyPaginator.of(listing.path(name), key, page.last())));
    }

    private static boolean given(String tag) {
        return tag != null && !tag.isBlank();
    }
}
