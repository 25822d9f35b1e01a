package askme.realtime;

import askme.session.CurrentMember;
import askme.settings.Settings;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Returns the connection token of a guest or a member. So pages of guests contain no token and can be cached. */
@Path(RealtimeLinks.TOKEN)
@Blocking
class TokenResource {

    private final ConnectionTokens tokens;
    private final CurrentMember current;
    private final Settings settings;

    TokenResource(ConnectionTokens tokens, CurrentMember current, Settings settings) {
        this.settings = settings;
        this.tokens = tokens;
        this.current = current;
    }

    /**
     * The response to the browser's Centrifugo client.
     *
     * @param questions the start of the names of the channels of questions; a page that was opened before may subscribe to another one
     */
    public record Token(String token, String questions) {}

    @GET
    @RateLimited("live")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Token token() {
        return new Token(tokens.of(current.idOrZero()), Channels.ofQuestions(settings.forMembersOnly()));
    }
}
