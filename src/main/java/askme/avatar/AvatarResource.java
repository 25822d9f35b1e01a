package askme.avatar;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Serves avatars. The content behind a name never changes, so browsers may cache it permanently. */
@Path("/")
@Blocking
class AvatarResource {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String SVG = "image/svg+xml";
    private final AvatarStore store;

    AvatarResource(AvatarStore store) {
        this.store = store;
    }

    /** The stored picture. A deleted one is answered by a drawing with status 404, which older pages can still show. */
    @GET
    @Path(MemberLinks.AVATAR)
    public Response picture(@RestPath String name) {
        return store.find(name)
                .map(file -> Response.ok(file, name.endsWith("png") ? "image/png" : "image/jpeg")
                        .header("Cache-Control", IMMUTABLE))
                .orElseGet(() -> Response.status(404)
                        .entity(DefaultAvatar.missing())
                        .type(SVG)
                        .header("Cache-Control", "no-store"))
                .build();
    }

    @GET
    @Path(MemberLinks.DEFAULT_AVATAR)
    public Response defaultAvatar(@RestPath String nickname) {
        if (!Nickname.Check.drawable(nickname) && Member.byNickname(nickname).isEmpty()) {
            throw new NotFoundException();
        }
        return Response.ok(DefaultAvatar.svg(nickname), SVG)
                .header("Cache-Control", IMMUTABLE)
                .build();
    }
}
