package askme.member;

import askme.web.page.PageVersion;
import askme.web.page.Paginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** All members, by rating. */
@Path(MemberLinks.MEMBERS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class MemberListResource {

    private final MemberQueries queries;

    MemberListResource(MemberQueries queries) {
        this.queries = queries;
    }

    @CheckedTemplate(basePath = "member")
    static class Views {
        static native TemplateInstance list(List<Member> members, int total, Paginator pages, String typed);
    }

    @GET
    public TemplateInstance list(@RestQuery String page, @RestQuery String q, RoutingContext routing) {
        long total = queries.total();
        String typed = q == null ? "" : q.strip();
        if (!typed.isEmpty()) {
            Paginator one = Paginator.of(null, 0, MemberQueries.PAGE_SIZE, MemberLinks.members());
            return Views.list(queries.byName(typed), (int) total, one, typed);
        }
        PageVersion.declareList(routing);
        Paginator pages = Paginator.of(page, total, MemberQueries.PAGE_SIZE, MemberLinks.members());
        return Views.list(queries.best(pages.page()), (int) total, pages, typed);
    }
}
