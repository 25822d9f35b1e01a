package askme.held;

import askme.session.CurrentMember;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Held posts, for their authors and for moderators. Others get 404. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class HeldResource {

    private final HeldPosts posts;
    private final CurrentMember current;

    HeldResource(HeldPosts posts, CurrentMember current) {
        this.posts = posts;
        this.current = current;
    }

    @CheckedTemplate(basePath = "held")
    static class Views {
        static native TemplateInstance list(List<HeldPost> posts);

        static native TemplateInstance show(HeldPost post);
    }

    @GET
    @Path(HeldLinks.OWN)
    public TemplateInstance own() {
        return Views.list(posts.ofAuthor(current.required().id()));
    }

    @GET
    @Path(HeldLinks.ONE)
    public TemplateInstance one(@RestPath long id) {
        long reader = current.required().id();
        HeldPost post = posts.find(id)
                .filter(found -> found.authorId() == reader || current.rights().moderates())
                .orElseThrow(NotFoundException::new);
        return Views.show(post);
    }
}
