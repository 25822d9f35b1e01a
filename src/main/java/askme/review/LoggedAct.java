package askme.review;

import askme.database.Row;
import askme.member.MemberLinks;
import askme.moderation.Act;
import askme.moderation.Target;
import askme.tag.TagLinks;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * An entry of the log as its page shows it.
 *
 * @param act null for an act of a later version
 * @param actor the nickname; null if the member does not exist any longer
 * @param name the title of the question, the nickname or the tag; null if it does not exist any longer
 * @param member the nickname of the member whom it concerns, or null
 */
@TemplateData
record LoggedAct(long id, Instant at, Act act, Target target, String actor, String name, String member, String reason) {

    static LoggedAct of(Row row) {
        boolean held = Target.Kind.HELD.stored().equals(row.text("target_kind"));
        return new LoggedAct(
                row.id("id"),
                row.moment("acted_at"),
                Act.of(row.text("act")).orElse(null),
                new Target(Target.Kind.of(row.text("target_kind")), row.id("target_id")),
                row.text("actor"),
                held ? "#" + row.id("target_id") : row.text("name"),
                row.text("nickname"),
                row.text("reason"));
    }

    /** The address of the target; null if it has none. */
    public String address() {
        if (name == null) {
            return null;
        }
        return switch (target.kind()) {
            case MEMBER -> MemberLinks.member(name);
            case TAG -> TagLinks.tag(name);
            default -> ReviewablePosts.address(target);
        };
    }
}
