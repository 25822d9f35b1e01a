package askme.realtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of Centrifugo's server HTTP API that AskMe uses. The configuration contains its time limits. */
@RegisterRestClient(configKey = "centrifugo")
@ClientHeaderParam(name = "X-API-Key", value = "${askme.centrifugo.api-key}")
interface Centrifugo {

    /** Runs the commands in order. There is one reply for each, and the status is 200 even if commands failed. */
    @POST
    @Path("/batch")
    Replies batch(Batch commands);

    record Batch(List<Command> commands) {}

    record Command(Publish publish) {}

    /**
     * @param key a repeated key has no effect within five minutes, and the command succeeds
     */
    record Publish(
            String channel,
            Change data,
            @JsonProperty("idempotency_key") String key) {}

    record Replies(List<Reply> replies) {}

    /**
     * @param error null if the command succeeded
     */
    record Reply(Error error) {}

    record Error(int code, String message) {}
}
