package askme.notification;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A notification, as the inbox, the bell, mails and pushes show it.
 *
 * @param memberId the member's id
 * @param causes how many facts it stands for, at least 1
 * @param amount the sum of what the causes add up, such as the change of a rating; 0 for most kinds
 * @param questionId 0 without a question
 * @param title of the question; null without one
 * @param address the local path of the post, without the site's address
 * @param actor the nickname of the member who caused the last one; null if nobody did
 * @param cause the last one
 * @param at when the last one happened
 */
@TemplateData
public record NotificationCard(
        long id,
        long memberId,
        NotificationKind kind,
        int causes,
        int amount,
        long questionId,
        String title,
        String address,
        String actor,
        Cause cause,
        Instant at,
        boolean read) {}
