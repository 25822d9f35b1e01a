package askme.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The body of a webhook. docs/webhooks.md describes it.
 *
 * @param timestamp when the event happened (ISO 8601)
 */
@RegisterForReflection
record WebhookPayload(String type, String timestamp, Data data) {

    /**
     * The post or the member. Members of the object that do not apply are left out.
     *
     * @param id of the post or the member
     * @param answerId of the answer that a comment is under
     * @param text Markdown as typed
     * @param reason why the question was closed
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            long id,
            String url,
            Long questionId,
            Long answerId,
            String title,
            List<String> tags,
            String text,
            String reason,
            Author author) {}

    /** The author of the post. */
    @RegisterForReflection
    record Author(long id, String nickname, String url) {}
}
