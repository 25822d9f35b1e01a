package askme.session;

import askme.member.MemberRef;
import com.github.benmanes.caffeine.cache.Ticker;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of sessions. Plain JDBC: a request's first query is one round trip this way, without a transaction around it.
 *
 * <ol>
 *   <li>Sign-in makes a new id (never one the browser brought) and stores its SHA-256.
 *   <li>Each request finds the row by it; reads trust the memo for a few seconds, writes never do.
 *   <li>Use pushes the idle timeout ahead, noted every few minutes only.
 *   <li>Sign-out, a new password, the list of sessions, or time ends it; a sweep removes what time has ended.
 * </ol>
 */
@ApplicationScoped
public class Sessions {

    static final String FIND = "SELECT m.id, m.nickname, m.avatar, m.rating, m.admin, s.seen_at FROM session s"
            + " JOIN member m ON m.id = s.member_id WHERE s.id_hash = ? AND s.expires_at > ? AND s.seen_at > ?"
            + " AND m.suspended = 0";
    private static final String OPEN =
            "INSERT INTO session (id_hash, member_id, created_at, seen_at, expires_at, user_agent)"
                    + " SELECT ?, id, ?, ?, ?, ? FROM member WHERE id = ? AND password_hash = ?";
    static final String OF_MEMBER = "SELECT id_hash, created_at, seen_at, user_agent FROM session"
            + " WHERE member_id = ? AND expires_at > ? AND seen_at > ? ORDER BY created_at DESC LIMIT 100";
    static final String SWEEP = "DELETE FROM session WHERE expires_at < ? LIMIT 1000";
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 200;

    private final SecureRandom random = new SecureRandom();
    private final AgroalDataSource database;
    private final SessionConfig config;
    private final Clock clock;
    private final SessionMemo memo;

    Sessions(AgroalDataSource database, SessionConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.memo = new SessionMemo(config.cacheTime(), Ticker.systemTicker());
    }

    /** One of a member's sessions, for the list in the profile. */
    public record Open(SessionId id, Instant createdAt, Instant seenAt, String userAgent) {}

    /**
     * Opens a session and returns the value for the cookie; empty where the password is another by now than the one that was
     * checked, of whose sessions none may outlive it.
     */
    Optional<String> open(long member, String passwordHash, String userAgent) {
        String cookie = SessionId.newCookie(random);
        Instant now = clock.instant();
        String agent = userAgent == null ? "" : userAgent;
        int opened = change(
                OPEN,
                SessionId.ofCookie(cookie).orElseThrow().hash(),
                utc(now),
                utc(now),
                utc(now.plus(config.absoluteTimeout())),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                member,
                passwordHash);
        return opened == 1 ? Optional.of(cookie) : Optional.empty();
    }

    Duration life() {
        return config.absoluteTimeout();
    }

    /** What the memo knows of the session, or null where the database must be asked. */
    Optional<AuthenticatedMember> known(SessionId id) {
        return memo.known(id);
    }

    /** The session's member by the memo, else by the database. */
    Optional<AuthenticatedMember> find(SessionId id) {
        return memo.get(id, this::read);
    }

    /** The session's member as the database says now. */
    Optional<AuthenticatedMember> findNow(SessionId id) {
        memo.forget(id);
        return find(id);
    }

    void end(SessionId id) {
        change("DELETE FROM session WHERE id_hash = ?", (Object) id.hash());
        memo.forget(id);
    }

    /** Ends the session if it is one of the member's own. */
    void end(SessionId id, long member) {
        change("DELETE FROM session WHERE id_hash = ? AND member_id = ?", id.hash(), member);
        memo.forget(id);
    }

    /** Ends all the member's sessions and returns how many there were. */
    public int endAll(long member) {
        List<Open> ended = of(member);
        change("DELETE FROM session WHERE member_id = ?", member);
        ended.forEach(s -> memo.forget(s.id()));
        memo.forgetMember(member);
        return ended.size();
    }

    /** Makes what is shown of the member be read again. */
    public void refresh(long member) {
        memo.forgetMember(member);
    }

    /** The member's sessions, newest first. */
    public List<Open> of(long member) {
        Instant now = clock.instant();
        return query(
                OF_MEMBER,
                row -> new Open(SessionId.ofHash(row.getBytes(1)), instant(row, 2), instant(row, 3), row.getString(4)),
                member,
                utc(now),
                utc(now.minus(config.idleTimeout())));
    }

    /** Removes at most a thousand sessions that time has ended and returns how many it found. */
    int sweep() {
        return change(SWEEP, utc(clock.instant()));
    }

    private Optional<AuthenticatedMember> read(SessionId id) {
        Instant now = clock.instant();
        Optional<AuthenticatedMember> found = query(
                        FIND,
                        row -> new AuthenticatedMember(
                                new MemberRef(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)),
                                row.getBoolean(5),
                                instant(row, 6)),
                        id.hash(),
                        utc(now),
                        utc(now.minus(config.idleTimeout())))
                .stream()
                .findFirst();
        if (found.isPresent() && found.get().seenAt().isBefore(now.minus(NOTE_USE_EVERY))) {
            change("UPDATE session SET seen_at = ? WHERE id_hash = ?", utc(now), id.hash());
        }
        return found;
    }

    private interface Row<T> {
        public T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be read", e);
        }
    }

    private int change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
