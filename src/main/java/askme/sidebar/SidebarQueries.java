package askme.sidebar;

import askme.member.MemberRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The two questions the sidebar asks. Each is a range of a covering index, so its cost follows the window (a week,
 * three months), not the history; see docs/decisions. Plain JDBC, as no entity is involved and a page in the middle of
 * its own transaction may ask.
 */
@ApplicationScoped
class SidebarQueries {

    static final int SHOWN = 10;

    /** question_recent gives the window's questions, question_tag_question their tags: no row is fetched. */
    static final String TAGS = """
            SELECT t.name, used.questions
            FROM (SELECT qt.tag_id, COUNT(*) AS questions
                  FROM question q FORCE INDEX (question_recent)
                  JOIN question_tag qt FORCE INDEX (question_tag_question) ON qt.question_id = q.id
                  WHERE q.asked_at >= ? AND q.asked_at <= ?
                  GROUP BY qt.tag_id) used
            STRAIGHT_JOIN tag t ON t.id = used.tag_id
            ORDER BY used.questions DESC, t.name LIMIT ?""";

    /** Both halves read their index alone; only the members' names are fetched. */
    static final String MEMBERS = """
            SELECT m.id, m.nickname, m.avatar, m.rating, gained.rating AS gained
            FROM (SELECT author_id, SUM(rating) AS rating
                  FROM (SELECT author_id, SUM(rating) AS rating FROM question FORCE INDEX (question_recent)
                        WHERE asked_at >= ? AND asked_at <= ? GROUP BY author_id
                        UNION ALL
                        SELECT author_id, SUM(rating) FROM answer FORCE INDEX (answer_recent)
                        WHERE answered_at >= ? AND answered_at <= ? GROUP BY author_id) posts
                  GROUP BY author_id) gained
            JOIN member m ON m.id = gained.author_id
            ORDER BY gained.rating DESC, m.nickname LIMIT ?""";

    private static final Period TAGS_WINDOW = Period.ofMonths(3);
    private static final Period MEMBERS_WINDOW = Period.ofDays(7);
    private static final int TIMEOUT_S = 10;

    private final AgroalDataSource database;
    private final Clock clock;

    SidebarQueries(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The ten tags with the most questions of the last three months, ties by name. */
    List<PopularTag> tags() {
        Instant now = clock.instant();
        return ask(TAGS, List.of(before(now, TAGS_WINDOW), now, SHOWN), rows -> {
            List<PopularTag> counted = new ArrayList<>();
            while (rows.next()) {
                counted.add(new PopularTag(rows.getString("name"), rows.getInt("questions"), 0));
            }
            return weighed(counted);
        });
    }

    /** The ten members whose posts of the last week have the highest summed rating, ties by name. */
    List<BestMember> members() {
        Instant now = clock.instant();
        Instant since = before(now, MEMBERS_WINDOW);
        return ask(MEMBERS, List.of(since, now, since, now, SHOWN), rows -> {
            List<BestMember> best = new ArrayList<>();
            while (rows.next()) {
                MemberRef member = new MemberRef(
                        rows.getLong("id"),
                        rows.getString("nickname"),
                        rows.getString("avatar"),
                        rows.getInt("rating"));
                best.add(new BestMember(member, rows.getInt("gained")));
            }
            return best;
        });
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

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String sql, List<Object> parameters, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_S);
            int n = 1;
            for (Object parameter : parameters) {
                statement.setObject(
                        n++, parameter instanceof Instant i ? LocalDateTime.ofInstant(i, ZoneOffset.UTC) : parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sidebar's query failed", e);
        }
    }
}
