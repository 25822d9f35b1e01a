package askme.review;

import askme.database.Row;
import askme.moderation.Act;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads pages of the log: a range of an index for each filter, and the rows of the page. */
@ApplicationScoped
class LogQueries {

    static final int PAGE_SIZE = 50;

    static final String ALL =
            "SELECT id FROM moderation_log FORCE INDEX (PRIMARY) WHERE id < :before ORDER BY id DESC LIMIT :size";

    static final String OF_MEMBER = "SELECT id FROM moderation_log FORCE INDEX (log_of_member)"
            + " WHERE member_id = :member AND id < :before ORDER BY id DESC LIMIT :size";

    static final String OF_ACT = "SELECT id FROM moderation_log FORCE INDEX (log_of_act)"
            + " WHERE act = :act AND id < :before ORDER BY id DESC LIMIT :size";

    static final String OF_MEMBER_AND_ACT = "SELECT id FROM moderation_log FORCE INDEX (log_of_member_act)"
            + " WHERE member_id = :member AND act = :act AND id < :before ORDER BY id DESC LIMIT :size";

    static final String ENTRIES = """
            SELECT STRAIGHT_JOIN l.id, l.acted_at, l.act, l.target_kind, l.target_id, l.reason, actor.nickname AS actor,
                   COALESCE(q.title, who.nickname, t.name) AS name, concerned.nickname
            FROM (%s) page
            JOIN moderation_log l ON l.id = page.id
            LEFT JOIN answer a ON l.target_kind = 'answer' AND a.id = l.target_id
            LEFT JOIN comment c ON l.target_kind = 'comment' AND c.id = l.target_id
            LEFT JOIN question q ON q.id = CASE l.target_kind WHEN 'question' THEN l.target_id WHEN 'answer' THEN a.question_id
              WHEN 'comment' THEN c.question_id END
            LEFT JOIN member who ON l.target_kind = 'member' AND who.id = l.target_id
            LEFT JOIN tag t ON l.target_kind = 'tag' AND t.id = l.target_id
            LEFT JOIN member actor ON actor.id = l.actor_id
            LEFT JOIN member concerned ON concerned.id = l.member_id
            ORDER BY l.id DESC""";

    private final Session hibernate;

    LogQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * A page of the log.
     *
     * @param member the id of the member whom the entries concern; 0 for all
     * @param act null for all
     */
    KeyPage<LoggedAct> page(long member, Act act, ListKey before) {
        NativeQuery<LoggedAct> query = entries(member, act);
        if (member != 0) {
            query.setParameter("member", member);
        }
        if (act != null) {
            query.setParameter("act", act.stored());
        }
        List<LoggedAct> found = query.setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    private NativeQuery<LoggedAct> entries(long member, Act act) {
        String ids = member == 0 ? act == null ? ALL : OF_ACT : act == null ? OF_MEMBER : OF_MEMBER_AND_ACT;
        return hibernate
                .createNativeQuery(ENTRIES.formatted(ids), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("acted_at", Instant.class)
                .addScalar("act", String.class)
                .addScalar("target_kind", String.class)
                .addScalar("target_id", Long.class)
                .addScalar("reason", String.class)
                .addScalar("actor", String.class)
                .addScalar("name", String.class)
                .addScalar("nickname", String.class)
                .setTupleTransformer((values, names) -> LoggedAct.of(new Row(values, names)));
    }
}
