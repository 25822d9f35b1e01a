package askme.realtime;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Reads how many unread notifications members have. */
@ApplicationScoped
class UnreadCounts {

    /** By two primary keys. A suspended member receives nothing. */
    static final String UNREAD = "SELECT m.id, COALESCE(i.unread, 0) AS unread FROM member m FORCE INDEX (PRIMARY)"
            + " LEFT JOIN inbox i ON i.member_id = m.id WHERE m.id IN (:members) AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1))";

    private final Session hibernate;
    private final Snapshots snapshots;

    UnreadCounts(Session hibernate, Snapshots snapshots) {
        this.hibernate = hibernate;
        this.snapshots = snapshots;
    }

    private record Count(long member, int unread) {}

    /** The numbers of these members as they are now. Those who have no access are missing. */
    @Transactional
    Map<Long, LiveBell.Unread> of(Collection<Long> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        long asOf = snapshots.now();
        List<Count> found = hibernate
                .createNativeQuery(UNREAD, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("unread", Integer.class)
                .setParameterList("members", members)
                .setTupleTransformer((values, names) -> count(new Row(values, names)))
                .list();
        Map<Long, LiveBell.Unread> counts = new LinkedHashMap<>();
        found.forEach(count -> counts.put(count.member, new LiveBell.Unread(count.unread, asOf)));
        return counts;
    }

    private static Count count(Row row) {
        return new Count(row.id("id"), row.number("unread"));
    }
}
