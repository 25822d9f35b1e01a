package askme.fill.demo;

import askme.database.Jdbc;
import askme.fill.SharedPassword;
import askme.markdown.Excerpt;
import askme.question.listed.ListedSweep;
import askme.search.index.IndexTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the demo content into an empty database in one transaction, with the votes behind its ratings. */
@ApplicationScoped
class DemoSite {

    private static final Duration MEMBERS_SINCE = Duration.ofDays(90);
    private static final int EXCERPT_CHARACTERS = 240;

    private final Jdbc jdbc;
    private final Clock clock;

    DemoSite(DataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    boolean isEmpty() throws SQLException {
        return jdbc.query("SELECT id FROM question LIMIT 1", row -> row.getLong("id"))
                .isEmpty();
    }

    /** Returns the nicknames of the authors. Each can sign in with {@link SharedPassword#KNOWN}. */
    List<String> write() throws SQLException {
        LocalDateTime now = Jdbc.utc(clock.instant());
        return jdbc.transaction(
                Connection.TRANSACTION_REPEATABLE_READ, connection -> new Writing(connection, now).all());
    }

    /** One run, with the ids of the rows it inserted. */
    private static final class Writing {

        private final Connection connection;
        private final LocalDateTime now;
        private final DemoScript script = DemoScript.read();
        private final Map<String, Long> members = new LinkedHashMap<>();
        private final Map<String, Long> tags = new LinkedHashMap<>();
        private final List<Long> questions = new ArrayList<>();

        Writing(Connection connection, LocalDateTime now) {
            this.connection = connection;
            this.now = now;
        }

        private record Posted(DemoScript.Answer answer, long question, LocalDateTime at) {}

        List<String> all() throws SQLException {
            members();
            List<Posted> answers = new ArrayList<>();
            for (DemoScript.Question question : script.questions()) {
                long id = question(question);
                questions.add(id);
                LocalDateTime at = now.minus(question.age());
                question.answers().forEach(answer -> answers.add(new Posted(answer, id, at.plus(answer.delay()))));
            }
            // Ids follow the time, as on a site on which people write.
            answers.sort(Comparator.comparing(Posted::at));
            for (Posted posted : answers) {
                answer(posted);
            }
            count();
            ListedSweep.put(connection, questions);
            return List.copyOf(members.keySet());
        }

        private void members() throws SQLException {
            String hash = SharedPassword.known();
            for (String name : new TreeSet<>(authors().toList())) {
                long id = insert(
                        "INSERT INTO member (email, nickname, password_hash, joined_at) VALUES (?, ?, ?, ?)",
                        name + "@example.org",
                        name,
                        hash,
                        now.minus(MEMBERS_SINCE));
                members.put(name, id);
            }
        }

        private Stream<String> authors() {
            return script.questions().stream()
                    .flatMap(q -> Stream.concat(
                            Stream.of(q.author()), q.answers().stream().map(DemoScript.Answer::author)));
        }

        private long question(DemoScript.Question question) throws SQLException {
            LocalDateTime at = now.minus(question.age());
            long id = insert(
                    "INSERT INTO question (author_id, title, body, excerpt, tag_names, asked_at, rating, answer_count)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    members.get(question.author()),
                    question.title(),
                    question.body(),
                    Excerpt.of(question.body(), EXCERPT_CHARACTERS),
                    String.join(" ", question.tags()),
                    at,
                    question.rating(),
                    question.answers().size());
            IndexTable.QUESTIONS.put(connection, IndexTable.question(id, question.title(), question.body(), null));
            for (String tag : question.tags()) {
                if (!tags.containsKey(tag)) {
                    tags.put(tag, insert("INSERT INTO tag (name) VALUES (?)", tag));
                }
                insert(
                        "INSERT INTO question_tag (tag_id, question_id, rating) VALUES (?, ?, ?)",
                        tags.get(tag),
                        id,
                        question.rating());
            }
            votes("question_vote (question_id", id, question.author(), question.rating(), at);
            return id;
        }

        private void answer(Posted posted) throws SQLException {
            DemoScript.Answer answer = posted.answer;
            long id = insert(
                    "INSERT INTO answer (question_id, author_id, body, answered_at, rating, accepted) VALUES (?, ?, ?, ?, ?, ?)",
                    posted.question,
                    members.get(answer.author()),
                    answer.body(),
                    posted.at,
                    answer.rating(),
                    answer.accepted());
            IndexTable.ANSWERS.put(connection, IndexTable.answer(id, posted.question, answer.body(), null));
            if (answer.accepted()) {
                update("UPDATE question SET accepted_answer_id = ? WHERE id = ?", id, posted.question);
            }
            votes("answer_vote (answer_id", id, answer.author(), answer.rating(), posted.at);
        }

        private void votes(String target, long id, String author, int rating, LocalDateTime at) throws SQLException {
            int left = Math.abs(rating);
            for (Map.Entry<String, Long> voter : members.entrySet()) {
                if (left > 0 && !voter.getKey().equals(author)) {
                    insert(
                            "INSERT INTO " + target + ", member_id, value, voted_at) VALUES (?, ?, ?, ?)",
                            id,
                            voter.getValue(),
                            Integer.signum(rating),
                            at);
                    left--;
                }
            }
        }

        /** Counts what the counter columns repeat. That is fast because the database is small. */
        private void count() throws SQLException {
            update("UPDATE tag t SET question_count = (SELECT COUNT(*) FROM question_tag x WHERE x.tag_id = t.id)");
            update("""
                    UPDATE member m SET
                      question_count = (SELECT COUNT(*) FROM question q WHERE q.author_id = m.id),
                      answer_count = (SELECT COUNT(*) FROM answer a WHERE a.author_id = m.id),
                      rating = (SELECT COALESCE(SUM(q.rating), 0) FROM question q WHERE q.author_id = m.id)
                             + (SELECT COALESCE(SUM(a.rating), 0) FROM answer a WHERE a.author_id = m.id)""");
            for (String table : List.of("question", "member", "tag")) {
                update("UPDATE site_counter SET value = (SELECT COUNT(*) FROM " + table + ") WHERE name = '" + table
                        + "s'");
            }
        }

        private long insert(String sql, Object... values) throws SQLException {
            return Jdbc.insert(connection, sql, values);
        }

        private void update(String sql, Object... values) throws SQLException {
            Jdbc.update(connection, sql, values);
        }
    }
}
