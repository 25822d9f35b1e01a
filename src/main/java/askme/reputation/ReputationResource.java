package askme.reputation;

import askme.member.Member;
import askme.member.Nickname;
import askme.web.LocalPath;
import askme.web.page.ListKey;
import io.quarkus.qute.CheckedTemplate;
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

/** The page that explains the rating of a member: each day, each post, and the sum of its votes. */
@Path(ReputationLinks.REPUTATION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReputationResource {

    private final ReputationQueries queries;

    ReputationResource(ReputationQueries queries) {
        this.queries = queries;
    }

    @CheckedTemplate(basePath = "reputation")
    static class Views {
        static native TemplateInstance show(ReputationPage page);
    }

    @GET
    public Object show(@RestPath String nickname, @RestQuery String before, @Context HttpServerRequest request) {
        String name = Nickname.Check.clean(nickname);
        Member member =
                Member.byNickname(name).or(() -> Member.byFormerNickname(name)).orElseThrow(NotFoundException::new);
        if (!member.nickname.equals(nickname)) {
            String path = LocalPath.withQuery(ReputationLinks.reputation(member.nickname), request.query());
            return Response.seeOther(URI.create(path)).build();
        }
        return Views.show(queries.page(member, ListKey.of(before)));
    }
}
