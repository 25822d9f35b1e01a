package askme.webhook;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A delivery, as the list shows it.
 *
 * @param state waiting, delivered, dead or gone
 * @param status of the last answer; 0 without an answer
 * @param error why there was no answer, a name of {@link SendError}; null with one
 * @param triedAt the last attempt; null before the first
 * @param dueAt the next attempt; null if none follows
 */
@TemplateData
public record DeliveryLine(
        long id,
        WebhookKind kind,
        String state,
        int attempts,
        int status,
        String error,
        int tookMs,
        Instant happenedAt,
        Instant triedAt,
        Instant dueAt) {}
