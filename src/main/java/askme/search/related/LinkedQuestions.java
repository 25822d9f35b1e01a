package askme.search.related;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Stores the links between questions, and for each question the linked ones that its page shows. The page reads them with the
 * question. The work for one post is bounded by the number of links in its text.
 */
@ApplicationScoped
public class LinkedQuestions {

    /** The most linked questions of one question. */
    static final int MOST = 10;

    /** Instead of the id of an answer: the text of the question itself. */
    static final long QUESTION = 0;

    /** Instead of the id of an answer: the question is closed as a duplicate. Links of this kind are shown first. */
    static final long DUPLICATE = -1;

    /** Instead of the id of an answer: the site from which both questions were imported had linked them. */
    static final long IMPORTED = -2;

    static final String WITH_OTHER_LINKS = "SELECT DISTINCT id FROM (SELECT from_id AS id FROM question_link"
            + " WHERE answer_id < 0 AND from_id > ? UNION SELECT to_id FROM question_link WHERE answer_id < 0 AND to_id > ?) linked"
            + " ORDER BY id LIMIT 500";

    static final String DUPLICATE_OF =
            "SELECT duplicate_of AS id FROM closed_question JOIN question ON question.id = duplicate_of"
                    + " WHERE question_id = ? AND duplicate_of IS NOT NULL";
    static final String QUESTION_TEXT = "SELECT id AS question_id, 0 AS answer_id, body FROM question WHERE id = ?";
    static final String ANSWER_TEXT =
            "SELECT question_id, id AS answer_id, body FROM answer WHERE id = ? AND hidden = 0";
    static final String LINKS_OF = "SELECT DISTINCT to_id AS id FROM (SELECT to_id FROM question_link"
            + " WHERE from_id = ? ORDER BY answer_id, to_id LIMIT 200) first_links";
    static final String LINKS_TO = "SELECT DISTINCT from_id AS id FROM (SELECT from_id FROM question_link"
            + " WHERE to_id = ? ORDER BY from_id DESC LIMIT 200) last_links";

    private static final String STORED = "SELECT to_id AS id FROM question_link WHERE from_id = ? AND answer_id = ?";
    private static final String SHOWN =
            "SELECT linked_id AS id FROM linked_question WHERE question_id = ? ORDER BY position";

    private final Jdbc jdbc;
    private final QuestionAddresses addresses;
    private final Clock clock;

    LinkedQuestions(DataSource database, QuestionAddresses addresses, Clock clock) {
        this.jdbc = new Jdbc(database, Duration.ofSeconds(5));
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A text that may contain links. */
    private record Post(long question, long answer, String text) {

        static Post of(ResultSet row) throws SQLException {
            return new Post(row.getLong("question_id"), row.getLong("answer_id"), row.getString("body"));
        }
    }

    /** Reads the text of a question or of its answer again. A deleted post has no links. */
    void read(long question, long answer) throws SQLException {
        List<Post> found = answer == QUESTION
                ? jdbc.query(QUESTION_TEXT, Post::of, question)
                : jdbc.query(ANSWER_TEXT, Post::of, answer);
        read(found.isEmpty() ? new Post(question, answer, "") : found.get(0));
    }

    /** Reads whether the question is closed as a duplicate: that links both questions. */
    void readDuplicate(long question) throws SQLException {
        store(new Post(question, DUPLICATE, ""), new HashSet<>(ids(DUPLICATE_OF, question)));
    }

    /** The answer has moved from one question to another one, with its links. */
    void move(long answer, long from) throws SQLException {
        read(new Post(from, answer, ""));
        for (Post post : jdbc.query(ANSWER_TEXT, Post::of, answer)) {
            read(post);
        }
    }

    private void read(Post post) throws SQLException {
        Set<Long> now = new HashSet<>();
        for (long id : addresses.in(post.text)) {
            if (id != post.question
                    && !ids("SELECT id FROM question WHERE id = ?", id).isEmpty()) {
                now.add(id);
            }
        }
        store(post, now);
    }

    private void store(Post post, Set<Long> now) throws SQLException {
        Set<Long> before = new HashSet<>(ids(STORED, post.question, post.answer));
        if (before.equals(now)) {
            return;
        }
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> store(connection, post, now));
        show(post.question);
        for (long other :
                Stream.concat(before.stream(), now.stream()).distinct().toList()) {
            show(other);
        }
    }

    private static Void store(Connection connection, Post post, Set<Long> links) throws SQLException {
        Jdbc.update(
                connection,
                "DELETE FROM question_link WHERE from_id = ? AND answer_id = ?",
                post.question,
                post.answer);
        for (long to : links) {
            Jdbc.update(
                    connection,
                    "INSERT IGNORE INTO question_link (from_id, answer_id, to_id) VALUES (?, ?, ?)",
                    post.question,
                    post.answer,
                    to);
        }
        return null;
    }

    /** Computes the linked questions that the page of {@code question} shows. */
    void show(long question) throws SQLException {
        List<Long> shown = Stream.concat(ids(LINKS_OF, question).stream(), ids(LINKS_TO, question).stream())
                .distinct()
                .limit(MOST)
                .toList();
        if (shown.equals(ids(SHOWN, question))) {
            return;
        }
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, "DELETE FROM linked_question WHERE question_id = ?", question);
            for (int i = 0; i < shown.size(); i++) {
                Jdbc.update(
                        connection,
                        "INSERT INTO linked_question (question_id, position, linked_id) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE linked_id = ?",
                        question,
                        i + 1,
                        shown.get(i),
                        shown.get(i));
            }
            return null;
        });
    }

    /** Shows the links that no text has, after an import. */
    public void showImported() throws SQLException {
        List<Long> next = ids(WITH_OTHER_LINKS, 0, 0);
        while (!next.isEmpty()) {
            for (long question : next) {
                show(question);
            }
            long last = next.get(next.size() - 1);
            next = ids(WITH_OTHER_LINKS, last, last);
        }
    }

    private List<Long> ids(String sql, Object... values) throws SQLException {
        return jdbc.query(sql, row -> row.getLong("id"), values);
    }

    /** Continues with all posts until {@code end}; begins again {@code pause} after it had come to the last one. */
    void continueWithAll(Duration pause, Instant end) throws SQLException {
        for (LinkSource source : LinkSource.values()) {
            Progress progress = jdbc.query(
                            "SELECT position, ended_at FROM link_progress WHERE name = ?",
                            Progress::of,
                            source.progress)
                    .get(0);
            if (progress.due(clock.instant(), pause)) {
                sweep(source, progress.position, end);
            }
        }
    }

    private record Progress(long position, Instant endedAt) {

        static Progress of(ResultSet row) throws SQLException {
            return new Progress(row.getLong("position"), Jdbc.instant(row, "ended_at"));
        }

        boolean due(Instant now, Duration pause) {
            return position > 0 || endedAt == null || endedAt.plus(pause).isBefore(now);
        }
    }

    private void sweep(LinkSource source, long from, Instant end) throws SQLException {
        long position = from;
        while (clock.instant().isBefore(end)) {
            List<Long> batch = ids(source.batch, position, LinkSource.BATCH);
            long last = batch.size() < LinkSource.BATCH ? Long.MAX_VALUE : batch.get(batch.size() - 1);
            for (Post post : jdbc.query(source.posts, Post::of, position, last, "%" + QuestionAddresses.PATH + "%")) {
                read(post);
            }
            for (Post gone : new ArrayList<>(jdbc.query(source.orphans, Post::of, position, last))) {
                read(gone);
            }
            if (last == Long.MAX_VALUE) {
                jdbc.update(
                        "UPDATE link_progress SET position = 0, ended_at = ? WHERE name = ?",
                        clock.instant(),
                        source.progress);
                return;
            }
            position = last;
            jdbc.update("UPDATE link_progress SET position = ? WHERE name = ?", position, source.progress);
        }
    }
}
