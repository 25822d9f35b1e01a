package askme.realtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Centrifugo's server HTTP API, as much of it as is used. Its time limits stand in the configuration. */
@RegisterRestClient(configKey = "centrifugo")
@ClientHeaderParam(name = "X-API-Key", value = "${askme.centrifugo.api-key}")
interface Centrifugo {

    /** Runs the commands in order; a reply each, with status 200 whatever became of them. */
    @POST
    @Path("/batch")
    Replies batch(Batch commands);

    record Batch(List<Command> commands) {}

    record Command(Publish publish) {}

    /**
     * @param key makes a repetition within five minutes a success without effect
     */
    record Publish(
            String channel,
            Change data,
            @JsonProperty("idempotency_key") String key) {}

    record Replies(List<Reply> replies) {}

    /**
     * @param error null where the command succeeded
     */
    record Reply(Error error) {}

    record Error(int code, String message) {}
}
