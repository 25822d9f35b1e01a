package askme.badge;

import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.page.PageVersion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All badges, and who has each of them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class BadgeResource {

    private final Badges badges;

    BadgeResource(Badges badges) {
        this.badges = badges;
    }

    @CheckedTemplate(basePath = "badge")
    static class Views {
        static native TemplateInstance list(List<Badges.Counted> badges);

        static native TemplateInstance show(Badge badge, List<Badges.Holder> holders, KeyPaginator pages);
    }

    @GET
    @Path(BadgeLinks.BADGES)
    public TemplateInstance list(RoutingContext routing) {
        PageVersion.declareList(routing);
        return Views.list(badges.all());
    }

    @GET
    @Path(BadgeLinks.BADGE)
    public TemplateInstance show(@RestPath String badge, @RestQuery String before, RoutingContext routing) {
        Badge found = Badge.of(badge).orElseThrow(NotFoundException::new);
        PageVersion.declareList(routing);
        ListKey key = ListKey.of(before);
        KeyPage<Badges.Holder> page = badges.holders(found, key);
        return Views.show(found, page.rows(), KeyPaginator.of(BadgeLinks.badge(found), key, page.last()));
    }
}
