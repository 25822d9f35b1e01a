package askme.review;

import askme.moderation.Act;
import askme.moderation.ModerationLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateData;

/**
 * The part of the log that a moderator reads.
 *
 * @param member the nickname of the member whom the entries concern; "" for all
 * @param act null for all
 * @param unknown whether no member has this nickname
 */
@TemplateData
record LogFilter(String member, Act act, boolean unknown) {

    /** The address of this part. */
    String path() {
        if (member.isEmpty() && act == null) {
            return ModerationLinks.moderationLog();
        }
        String ofMember = LocalPath.with(ModerationLinks.moderationLog() + "?member={member}", member);
        return act == null ? ofMember : ofMember + "&act=" + act.stored();
    }
}
