package askme.realtime;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What an open page asks when it has subscribed, and again after each gap the hub could not fill. */
@Path(RealtimeLinks.SINCE)
@Blocking
class CatchUpResource {

    /** A page of answers and what has arrived on it. */
    private static final int MOST_KNOWN = 200;

    private final MissedChanges since;

    CatchUpResource(MissedChanges since) {
        this.since = since;
    }

    /** Parameters that are no numbers mean 0 and none: everything is sent. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response missed(@RestPath long id, @RestQuery String after, @RestQuery String at, @RestQuery String known) {
        List<Long> ids = Stream.of((known == null ? "" : known).split(",", MOST_KNOWN + 1))
                .limit(MOST_KNOWN)
                .map(CatchUpResource::number)
                .filter(n -> n > 0)
                .distinct()
                .toList();
        return Response.ok(since.of(id, number(after), number(at), ids))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
