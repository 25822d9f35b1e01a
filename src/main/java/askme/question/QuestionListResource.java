package askme.question;

import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.tag.TagLinks;
import askme.tag.TagNames;
import askme.web.LocalPath;
import askme.web.page.Paginator;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The listings of questions: the newest, the best rated, those with a tag. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QuestionListResource {

    private final QuestionQueries queries;
    private final SiteCounter counter;
    private final CurrentMember current;

    QuestionListResource(QuestionQueries queries, SiteCounter counter, CurrentMember current) {
        this.queries = queries;
        this.counter = counter;
        this.current = current;
    }

    @GET
    public TemplateInstance newest(@RestQuery String page) {
        long total = counter.questions();
        Paginator pages = Paginator.of(page, total, QuestionQueries.PAGE_SIZE, QuestionLinks.newest());
        return QuestionViews.newest(queries.newest(pages.page(), total, current.idOrZero()), pages);
    }

    @GET
    @Path(QuestionLinks.HOT)
    public TemplateInstance hot(@RestQuery String page) {
        Paginator pages = Paginator.of(page, counter.questions(), QuestionQueries.PAGE_SIZE, QuestionLinks.hot());
        return QuestionViews.hot(queries.hot(pages.page(), current.idOrZero()), pages);
    }

    @GET
    @Path(TagLinks.TAG)
    public Object tagged(@RestPath String tag, @RestQuery String page, @Context HttpServerRequest request) {
        Tag found = Tag.named(tag).or(() -> Tag.named(TagNames.canonical(tag))).orElseThrow(NotFoundException::new);
        if (!found.name.equals(tag)) {
            String path = LocalPath.withQuery(TagLinks.tag(found.name), request.query());
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(path))
                    .build();
        }
        Paginator pages = Paginator.of(page, found.questionCount, QuestionQueries.PAGE_SIZE, TagLinks.tag(found.name));
        return QuestionViews.tagged(found, queries.tagged(found.id, pages.page(), current.idOrZero()), pages);
    }
}
