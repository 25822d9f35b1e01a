package askme.badge;

import askme.database.Row;
import askme.member.MemberRef;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** Reads who has which badge. */
@ApplicationScoped
public class Badges {

    static final int PAGE_SIZE = 40;

    /** A member has each badge once, so these are few. */
    static final String OF_MEMBER =
            "SELECT badge FROM member_badge FORCE INDEX (member_badge_once) WHERE member_id = :member ORDER BY id";

    static final String HOLDERS = """
            SELECT STRAIGHT_JOIN page.id, page.earned_at, m.id AS member_id, m.nickname, m.avatar, m.rating FROM (
              SELECT id, member_id, earned_at FROM member_badge FORCE INDEX (member_badge_holders)
              WHERE badge = :badge AND id < :before ORDER BY id DESC LIMIT :size
            ) page JOIN member m ON m.id = page.member_id ORDER BY page.id DESC""";

    private final Session hibernate;

    Badges(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** A badge, and how many members have it. */
    @TemplateData
    record Counted(Badge badge, int holders) {}

    /** A member with a badge. */
    @TemplateData
    record Holder(long id, MemberRef member, Instant at) {

        private static Holder of(Row row) {
            return new Holder(
                    row.id("id"),
                    new MemberRef(row.id("member_id"), row.text("nickname"), row.text("avatar"), row.number("rating")),
                    row.moment("earned_at"));
        }
    }

    /** The badges of a member, the oldest first. */
    public List<Badge> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, String.class)
                .addScalar("badge", String.class)
                .setParameter("member", member)
                .list()
                .stream()
                .map(Badge::of)
                .flatMap(Optional::stream)
                .toList();
    }

    List<Counted> all() {
        Map<String, Integer> totals = new HashMap<>();
        hibernate
                .createNativeQuery("SELECT badge, members FROM badge_total", Object[].class)
                .addScalar("badge", String.class)
                .addScalar("members", Integer.class)
                .list()
                .forEach(row -> totals.put((String) row[0], (Integer) row[1]));
        return Arrays.stream(Badge.values())
                .map(badge -> new Counted(badge, totals.getOrDefault(badge.stored(), 0)))
                .toList();
    }

    KeyPage<Holder> holders(Badge badge, ListKey before) {
        List<Holder> found = hibernate
                .createNativeQuery(HOLDERS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("earned_at", Instant.class)
                .addScalar("member_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("rating", Integer.class)
                .setParameter("badge", badge.stored())
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> Holder.of(new Row(values, names)))
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id));
    }
}
