package askme.sidebar;

import askme.database.Jdbc;
import askme.member.MemberRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The two queries of the sidebar. Each reads a range of a covering index, so its cost depends on the time window (a week,
 * three months) and not on the age of the site; see docs/decisions. They use JDBC, because no entity is involved, and
 * because a page may show the sidebar in the middle of its transaction.
 */
@ApplicationScoped
class SidebarQueries {

    static final int SHOWN = 10;

    /** Reads the window's questions from question_visible_recent and their tags from question_tag_question, without their rows. */
    static final String TAGS = """
            SELECT t.name, used.questions
            FROM (SELECT qt.tag_id, COUNT(*) AS questions
                  FROM question q FORCE INDEX (question_visible_recent)
                  JOIN question_tag qt FORCE INDEX (question_tag_question) ON qt.question_id = q.id
                  WHERE q.hidden = 0 AND q.asked_at >= ? AND q.asked_at <= ?
                  GROUP BY qt.tag_id) used
            STRAIGHT_JOIN tag t ON t.id = used.tag_id
            ORDER BY used.questions DESC, t.name LIMIT ?""";

    /** Both halves read only their index. Only the members' rows are read. */
    static final String MEMBERS = """
            SELECT m.id, m.nickname, m.avatar, m.rating, gained.rating AS gained
            FROM (SELECT author_id, SUM(rating) AS rating
                  FROM (SELECT author_id, SUM(rating) AS rating FROM question FORCE INDEX (question_visible_recent)
                        WHERE hidden = 0 AND asked_at >= ? AND asked_at <= ? GROUP BY author_id
                        UNION ALL
                        SELECT author_id, SUM(rating) FROM answer FORCE INDEX (answer_visible_recent)
                        WHERE hidden = 0 AND answered_at >= ? AND answered_at <= ? GROUP BY author_id) posts
                  GROUP BY author_id) gained
            JOIN member m ON m.id = gained.author_id
            ORDER BY gained.rating DESC, m.nickname LIMIT ?""";

    private static final Period TAGS_WINDOW = Period.ofMonths(3);
    private static final Period MEMBERS_WINDOW = Period.ofDays(7);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Jdbc jdbc;
    private final Clock clock;

    SidebarQueries(AgroalDataSource database, Clock clock) {
        this.jdbc = new Jdbc(database, TIMEOUT);
        this.clock = clock;
    }

    /** The ten tags with the most questions of the last three months, ties by name. */
    List<PopularTag> tags() {
        Instant now = clock.instant();
        return weighed(query(
                TAGS,
                row -> new PopularTag(row.getString("name"), row.getInt("questions"), 0),
                before(now, TAGS_WINDOW),
                now,
                SHOWN));
    }

    /** The ten members whose posts of the last week have the highest summed rating, ties by name. */
    List<BestMember> members() {
        Instant now = clock.instant();
        Instant since = before(now, MEMBERS_WINDOW);
        return query(MEMBERS, SidebarQueries::member, since, now, since, now, SHOWN);
    }

    private static Instant before(Instant now, Period window) {
        return now.atOffset(ZoneOffset.UTC).minus(window).toInstant();
    }

    private static List<PopularTag> weighed(List<PopularTag> ranked) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        int most = ranked.get(0).questions();
        int least = ranked.get(ranked.size() - 1).questions();
        return ranked.stream()
                .map(t -> new PopularTag(t.name(), t.questions(), TagCloudWeights.of(t.questions(), least, most)))
                .toList();
    }

    private static BestMember member(ResultSet row) throws SQLException {
        MemberRef member = new MemberRef(
                row.getLong("id"), row.getString("nickname"), row.getString("avatar"), row.getInt("rating"));
        return new BestMember(member, row.getInt("gained"));
    }

    private <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, Object... values) {
        try {
            return jdbc.query(sql, mapper, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the sidebar's query failed", e);
        }
    }
}
