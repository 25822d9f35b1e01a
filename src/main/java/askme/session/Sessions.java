package askme.session;

import static askme.database.Jdbc.instant;

import askme.database.Jdbc;
import askme.member.MemberRef;
import askme.member.Role;
import com.github.benmanes.caffeine.cache.Ticker;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table of sessions, by JDBC: a request's first query is one round trip this way, without a transaction around it.
 *
 * <ol>
 *   <li>A sign-in makes a new id, never one that the browser sent, and stores its SHA-256.
 *   <li>Each request finds the row by that digest. Reads use the cache for a few seconds, writes never do.
 *   <li>Each use extends the idle timeout. It is stored only every few minutes.
 *   <li>A sign-out, a new password, the list of sessions or a timeout ends the session. A sweep deletes timed-out rows.
 * </ol>
 */
@ApplicationScoped
public class Sessions {

    static final String FIND =
            "SELECT m.id, m.nickname, m.avatar, m.rating, m.admin, m.moderator, m.must_confirm, m.second_factor, s.confirmed_at, s.provider, m.delete_at, IF(m.zone_chosen, m.time_zone, NULL) AS zone, s.seen_at FROM session s"
                    + " JOIN member m ON m.id = s.member_id WHERE s.id_hash = ? AND s.expires_at > ? AND s.seen_at > ?"
                    + " AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1))";
    private static final String OPEN =
            "INSERT INTO session (id_hash, member_id, created_at, seen_at, expires_at, user_agent, confirmed_at, provider)"
                    + " SELECT ?, id, ?, ?, ?, ?, ?, ? FROM member WHERE id = ? AND password_hash <=> ?";
    static final String OF_MEMBER = "SELECT id_hash, created_at, seen_at, user_agent FROM session"
            + " WHERE member_id = ? AND expires_at > ? AND seen_at > ? ORDER BY created_at DESC LIMIT 100";
    private static final String RENEW =
            "INSERT INTO session (id_hash, member_id, created_at, seen_at, expires_at, user_agent, confirmed_at, provider)"
                    + " SELECT ?, member_id, created_at, ?, expires_at, user_agent, ?, provider FROM session WHERE id_hash = ?";
    /** Subscriptions for push end with their session, so they follow it to its new id. */
    private static final String FOLLOW = "UPDATE push_subscription SET session_hash = ? WHERE session_hash = ?";

    private static final String END_SOME = "DELETE FROM session LIMIT 1000";
    static final String SWEEP = "DELETE FROM session WHERE expires_at < ? LIMIT 1000";
    private static final Duration STORE_USE_EVERY = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 200;

    private final SecureRandom random = new SecureRandom();
    private final Jdbc jdbc;
    private final SessionConfig config;
    private final Clock clock;
    private final SessionCache cache;

    Sessions(AgroalDataSource database, SessionConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.config = config;
        this.clock = clock;
        this.cache = new SessionCache(config.cacheTime(), Ticker.systemTicker());
    }

    /** One of a member's sessions, for the list in the profile. */
    public record Open(SessionId id, Instant createdAt, Instant seenAt, String userAgent) {}

    /**
     * Opens a session and returns the value for the cookie. Empty if the password changed after it was checked: no session
     * of the old password may outlive it.
     *
     * @param passwordHash null if the member has no password
     * @param userAgent may be null
     * @param confirmedAt when the member proved who it is; null if a provider vouched for the member
     * @param provider the provider; null for other ways
     */
    Optional<String> open(long member, String passwordHash, String userAgent, Instant confirmedAt, String provider) {
        String cookie = SessionId.newCookie(random);
        Instant now = clock.instant();
        String agent = userAgent == null ? "" : userAgent;
        int opened = update(
                OPEN,
                SessionId.ofCookie(cookie).orElseThrow().hash(),
                now,
                now,
                now.plus(config.absoluteTimeout()),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                confirmedAt,
                provider,
                member,
                passwordHash);
        return opened == 1 ? Optional.of(cookie) : Optional.empty();
    }

    /** The time after which a session ends in any case. */
    Duration absoluteTimeout() {
        return config.absoluteTimeout();
    }

    /** The session's member from the cache: empty if there is no such session, null if the database must be read. */
    Optional<AuthenticatedMember> findCached(SessionId id) {
        return cache.getIfPresent(id);
    }

    /** The session's member from the cache, else from the database. */
    Optional<AuthenticatedMember> find(SessionId id) {
        return cache.get(id, this::read);
    }

    /** The session's member from the database, never from the cache. */
    Optional<AuthenticatedMember> findUncached(SessionId id) {
        cache.evict(id);
        return find(id);
    }

    /**
     * The member of this session has proved again who it is. The session goes on under a new id: a copy of the old one must not gain
     * from the proof (ASVS 5.0, 7.2.4). Returns the value for the cookie; empty if the session has ended.
     */
    Optional<String> confirm(SessionId id) {
        String cookie = SessionId.newCookie(random);
        Instant now = clock.instant();
        byte[] renewed = SessionId.ofCookie(cookie).orElseThrow().hash();
        if (update(RENEW, renewed, now, now, id.hash()) == 0) {
            return Optional.empty();
        }
        update(FOLLOW, renewed, id.hash());
        end(id);
        return Optional.of(cookie);
    }

    void end(SessionId id) {
        update("DELETE FROM session WHERE id_hash = ?", (Object) id.hash());
        cache.evict(id);
    }

    /** Ends the session if it is one of the member's own. */
    void end(SessionId id, long member) {
        update("DELETE FROM session WHERE id_hash = ? AND member_id = ?", id.hash(), member);
        cache.evict(id);
    }

    /** Ends all sessions of the member. */
    public void endAll(long member) {
        List<Open> ended = of(member);
        update("DELETE FROM session WHERE member_id = ?", member);
        ended.forEach(s -> cache.evict(s.id()));
        cache.evictMember(member);
    }

    /** Ends the sessions of everybody. Returns how many. */
    public int endAll() {
        int ended = 0;
        for (int some = update(END_SOME); some > 0; some = update(END_SOME)) {
            ended += some;
        }
        cache.evictAll();
        return ended;
    }

    /** Ends all sessions and all tokens of the member. */
    public void endAllAccess(long member) {
        update(ApiTokens.END_ALL, member);
        endAll(member);
    }

    /** Makes the next request read the member's name and picture again. */
    public void refresh(long member) {
        cache.evictMember(member);
    }

    /** The member's sessions, newest first, at most 100. */
    public List<Open> of(long member) {
        Instant now = clock.instant();
        return query(
                OF_MEMBER,
                row -> new Open(
                        SessionId.ofHash(row.getBytes("id_hash")),
                        instant(row, "created_at"),
                        instant(row, "seen_at"),
                        row.getString("user_agent")),
                member,
                now,
                now.minus(config.idleTimeout()));
    }

    /** Deletes at most a thousand sessions after their absolute timeout. Returns how many. */
    int sweep() {
        return update(SWEEP, clock.instant());
    }

    private Optional<AuthenticatedMember> read(SessionId id) {
        Instant now = clock.instant();
        Optional<AuthenticatedMember> found =
                query(FIND, Sessions::authenticatedMember, id.hash(), now, now.minus(config.idleTimeout())).stream()
                        .findFirst();
        if (found.isPresent() && found.get().seenAt().isBefore(now.minus(STORE_USE_EVERY))) {
            update("UPDATE session SET seen_at = ? WHERE id_hash = ?", now, id.hash());
        }
        return found;
    }

    static AuthenticatedMember authenticatedMember(ResultSet row) throws SQLException {
        MemberRef member = new MemberRef(
                row.getLong("id"), row.getString("nickname"), row.getString("avatar"), row.getInt("rating"));
        return new AuthenticatedMember(
                member,
                Role.of(row.getBoolean("admin"), row.getBoolean("moderator")),
                instant(row, "seen_at"),
                row.getBoolean("must_confirm"),
                row.getObject("delete_at") == null ? null : instant(row, "delete_at"),
                row.getString("zone"),
                instant(row, "confirmed_at"),
                row.getBoolean("second_factor"),
                row.getString("provider"));
    }

    private <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, Object... values) {
        try {
            return jdbc.query(sql, mapper, values);
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be read", e);
        }
    }

    private int update(String sql, Object... values) {
        try {
            return jdbc.update(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be written", e);
        }
    }
}
