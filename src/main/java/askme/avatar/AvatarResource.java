package askme.avatar;

import askme.member.MemberLinks;
import askme.member.Nickname;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Serves pictures. A name stands for one content for ever, so that browsers need not ask again. */
@Path("/")
@Blocking
class AvatarResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String SVG = "image/svg+xml";
    private final AvatarStore store;

    AvatarResource(AvatarStore store) {
        this.store = store;
    }

    /** The picture; one that was replaced is answered by a drawing, which pages made before can still show. */
    @GET
    @Path(MemberLinks.AVATAR)
    public Response picture(@RestPath String name) {
        return store.find(name)
                .map(file -> Response.ok(file, name.endsWith("png") ? "image/png" : "image/jpeg")
                        .header("Cache-Control", FOR_EVER))
                .orElseGet(() -> Response.status(404)
                        .entity(DefaultAvatar.nobody())
                        .type(SVG)
                        .header("Cache-Control", "no-store"))
                .build();
    }

    @GET
    @Path(MemberLinks.DEFAULT_AVATAR)
    public Response drawn(@RestPath String nickname) {
        if (!Nickname.Check.valid(nickname)) {
            throw new NotFoundException();
        }
        return Response.ok(DefaultAvatar.svg(nickname), SVG)
                .header("Cache-Control", FOR_EVER)
                .build();
    }
}
