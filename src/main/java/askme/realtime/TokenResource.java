package askme.realtime;

import askme.session.CurrentMember;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Gives guests and members alike their connection token, so that pages of guests carry none and can be cached. */
@Path(RealtimeLinks.TOKEN)
@Blocking
class TokenResource {

    private final ConnectionTokens tokens;
    private final CurrentMember current;

    TokenResource(ConnectionTokens tokens, CurrentMember current) {
        this.tokens = tokens;
        this.current = current;
    }

    /** What the browser's client is given. */
    public record Token(String token) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response token() {
        return Response.ok(new Token(tokens.of(current.idOrZero())))
                .header("Cache-Control", "no-store")
                .build();
    }
}
