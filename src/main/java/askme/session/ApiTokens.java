package askme.session;

import static askme.database.Jdbc.instant;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of personal tokens. A token is shown once and stored as its SHA-256. It ends when its member revokes it, is suspended or
 * deleted, or sets a new password by a mailed link.
 */
@ApplicationScoped
public class ApiTokens {

    /** The most tokens of one member. */
    public static final int MOST = 20;

    static final String FIND =
            "SELECT m.id, m.nickname, m.avatar, m.rating, m.admin, m.moderator, m.must_confirm, m.second_factor, NULL AS confirmed_at, NULL AS provider, m.delete_at, IF(m.zone_chosen, m.time_zone, NULL) AS zone, t.used_at AS seen_at, t.id AS token_id, t.scopes FROM api_token t"
                    + " JOIN member m ON m.id = t.member_id WHERE t.token_hash = ?"
                    + " AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1))";
    static final String OF_MEMBER =
            "SELECT id, name, scopes, made_at, used_at FROM api_token WHERE member_id = ? ORDER BY id DESC LIMIT "
                    + MOST;
    static final String ADD =
            "INSERT INTO api_token (member_id, token_hash, name, scopes, made_at) SELECT id, ?, ?, ?, ? FROM member"
                    + " WHERE id = ? AND (SELECT COUNT(*) FROM api_token own WHERE own.member_id = member.id) < "
                    + MOST;
    static final String USED = "UPDATE api_token SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at < ?)";
    static final String REVOKE = "DELETE FROM api_token WHERE id = ? AND member_id = ?";
    /** {@link Sessions#endAllAccess} ends the tokens with the sessions. */
    static final String END_ALL = "DELETE FROM api_token WHERE member_id = ?";

    private static final Duration STORE_USE_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Jdbc jdbc;
    private final Clock clock;

    ApiTokens(AgroalDataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    /** One of a member's tokens, without its text. */
    @TemplateData
    public record Line(long id, String name, Set<TokenScope> scopes, Instant madeAt, Instant usedAt) {}

    /** The member who sends a token, and what the token allows. */
    record Bearer(long token, AuthenticatedMember member, Set<TokenScope> scopes) {}

    /** Makes a token and returns its text; empty if the member has as many as possible. */
    public Optional<String> make(long member, String name, Set<TokenScope> scopes) {
        String token = TokenText.make(random);
        int added = update(ADD, TokenText.hash(token), name, TokenScope.words(scopes), clock.instant(), member);
        return added == 1 ? Optional.of(token) : Optional.empty();
    }

    /** The member's tokens, newest first. */
    public List<Line> of(long member) {
        return query(
                OF_MEMBER,
                row -> new Line(
                        row.getLong("id"),
                        row.getString("name"),
                        TokenScope.parse(row.getString("scopes")),
                        instant(row, "made_at"),
                        instant(row, "used_at")),
                member);
    }

    /** Ends the token if it is the member's own. */
    public boolean revoke(long id, long member) {
        return update(REVOKE, id, member) == 1;
    }

    /** Finds the member of a token and stores the use, at most once a minute. */
    Optional<Bearer> find(String token) {
        Optional<Bearer> found = query(FIND, ApiTokens::bearer, (Object) TokenText.hash(token)).stream()
                .findFirst();
        Instant now = clock.instant();
        found.filter(b -> isStale(b.member().seenAt(), now))
                .ifPresent(b -> update(USED, now, b.token(), now.minus(STORE_USE_EVERY)));
        return found;
    }

    /** @param usedAt null before the first use */
    static boolean isStale(Instant usedAt, Instant now) {
        return usedAt == null || usedAt.isBefore(now.minus(STORE_USE_EVERY));
    }

    private static Bearer bearer(ResultSet row) throws SQLException {
        return new Bearer(
                row.getLong("token_id"), Sessions.authenticatedMember(row), TokenScope.parse(row.getString("scopes")));
    }

    private <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, Object... values) {
        try {
            return jdbc.query(sql, mapper, values);
        } catch (SQLException e) {
            throw new IllegalStateException("tokens cannot be read", e);
        }
    }

    private int update(String sql, Object... values) {
        try {
            return jdbc.update(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("tokens cannot be written", e);
        }
    }
}
