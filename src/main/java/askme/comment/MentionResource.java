package askme.comment;

import askme.member.Nickname;
import askme.session.CurrentMember;
import askme.web.ratelimit.RateLimited;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Suggests members while somebody types a mention. */
@Path(CommentLinks.SUGGESTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class MentionResource {

    private static final int LONGEST = 32;

    private final MentionSuggestions suggestions;
    private final CurrentMember current;

    MentionResource(MentionSuggestions suggestions, CurrentMember current) {
        this.suggestions = suggestions;
        this.current = current;
    }

    /** @param avatar the address of the picture */
    @RegisterForReflection
    public record Suggestion(String nickname, String avatar) {}

    /** @param question the question whose page is open; optional */
    @GET
    @RateLimited("search")
    public List<Suggestion> suggest(@RestQuery String q, @RestQuery String question) {
        String beginning = q == null ? "" : Nickname.Check.clean(q.replaceFirst("^@", ""));
        if (beginning.length() > LONGEST) {
            return List.of();
        }
        return suggestions.find(beginning, ThreadResource.number(question), current.idOrZero()).stream()
                .map(member -> new Suggestion(member.nickname(), member.avatarUrl()))
                .toList();
    }
}
