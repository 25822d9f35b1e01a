package askme.webhook;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * A receiver of webhooks.
 *
 * @param failingSince the first failure after the last success; null if the last delivery arrived
 * @param switchedOffAt when the site switched it off; null if it did not
 */
@TemplateData
public record Endpoint(
        long id,
        String url,
        List<WebhookKind> kinds,
        boolean active,
        Instant madeAt,
        Instant failingSince,
        Instant switchedOffAt) {

    /** The path of its page. */
    public static String path(long id) {
        return "/admin/webhooks/" + id + "/";
    }
}
