package askme.draft;

import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.web.http.ProblemException;
import askme.web.ratelimit.RateLimited;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A member's own drafts, for the scripts of the forms. */
@Path(DraftLinks.DRAFT)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DraftResource {

    private final Drafts drafts;
    private final CurrentMember current;
    private final ObjectMapper mapper;
    private final Clock clock;

    DraftResource(Drafts drafts, CurrentMember current, ObjectMapper mapper, Clock clock) {
        this.drafts = drafts;
        this.current = current;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * There is no draft.
     *
     * @param endedAt when the last one was posted or discarded, in milliseconds; null if that is not known. A device removes
     *     its own copy if that is older.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Ended(Long endedAt) {}

    /** @param quiet present if a missing draft is no error: browsers list each response with 404 in their console */
    @GET
    @RateLimited("draft")
    public Response find(@RestPath String place, @RestQuery String quiet) throws JsonProcessingException {
        long member = current.required().id();
        Drafts.Stored stored = drafts.find(member, at(place)).orElse(null);
        if (stored == null || stored.fields() == null) {
            if (quiet == null) {
                throw new ProblemException(404, "no-draft", null);
            }
            return found(new Ended(stored == null ? null : stored.typedAt()));
        }
        JsonNode fields = mapper.readTree(stored.fields());
        return found(((ObjectNode) fields).put(DraftText.TYPED_AT, stored.typedAt()));
    }

    private static Response found(Object entity) {
        return Response.ok(entity).header("Cache-Control", "no-store").build();
    }

    @PUT
    @BeforeConfirmation
    @RateLimited("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@RestPath String place, JsonNode body) {
        long member = current.required().id();
        DraftPlace known = at(place);
        if (!drafts.save(member, known, DraftText.of(known, body, clock.millis()))) {
            throw new ProblemException(409, "newer-draft", "A newer text is stored, or this one was posted.");
        }
        return done();
    }

    @DELETE
    @BeforeConfirmation
    @RateLimited("draft")
    public Response discard(@RestPath String place) {
        drafts.end(current.required().id(), at(place));
        return done();
    }

    private static Response done() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    private static DraftPlace at(String place) {
        return DraftPlace.named(place).orElseThrow(NotFoundException::new);
    }
}
