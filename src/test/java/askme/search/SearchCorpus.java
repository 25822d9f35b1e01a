package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import askme.database.Jdbc;
import askme.search.index.IndexTable;
import askme.support.Visitor;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;

/** The questions and queries of one language, from a file. A tag separates them from the questions of other tests. */
@ApplicationScoped
class SearchCorpus {

    private static final long AUTHOR = 999_999_998;

    private final DataSource database;

    SearchCorpus(DataSource database) {
        this.database = database;
    }

    /** Writes the questions of {@code language} and requires that each query finds its question first, twice. */
    void check(String language) throws SQLException {
        String tag = Visitor.unique("corpus-" + language);
        List<String> lines = lines(language);
        long tagId = write(lines, tag);
        assertThat(tagId).isPositive();
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            if (line.startsWith("? ")) {
                String[] parts = line.substring(2).split(" => ");
                String typed = parts[0] + " [" + tag + "]";
                softly.assertThat(firstResult(typed))
                        .as("results of " + parts[0])
                        .isEqualTo(parts[1]);
                softly.assertThat(firstSuggestion(typed))
                        .as("suggestions for " + parts[0])
                        .isEqualTo(parts[1]);
            }
        }
        softly.assertAll();
    }

    private static List<String> lines(String language) {
        try (InputStream in = SearchCorpus.class.getResourceAsStream(language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(List<String> lines, String tag) throws SQLException {
        return new Jdbc(database).transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(
                    connection,
                    "INSERT INTO member (id, email, nickname, password_hash, joined_at)"
                            + " VALUES (?, 'corpus@x', 'corpus', '', NOW()) ON DUPLICATE KEY UPDATE id = id",
                    AUTHOR);
            long tagId = Jdbc.insert(connection, "INSERT INTO tag (name) VALUES (?)", tag);
            Jdbc.update(connection, "UPDATE site_counter SET value = value + 1 WHERE name = 'tags'");
            for (String line : lines) {
                if (!line.startsWith("?")) {
                    ask(connection, line.split(" \\| "), tagId);
                }
            }
            return tagId;
        });
    }

    private static void ask(Connection connection, String[] post, long tag) throws SQLException {
        long question = Jdbc.insert(
                connection,
                "INSERT INTO question (author_id, title, body, excerpt, asked_at) VALUES (?, ?, ?, '', NOW())",
                AUTHOR,
                post[0],
                post[1]);
        IndexTable.QUESTIONS.put(connection, IndexTable.question(question, post[0], post[1], null));
        Jdbc.update(connection, "INSERT INTO question_tag (tag_id, question_id) VALUES (?, ?)", tag, question);
        long answer = Jdbc.insert(
                connection,
                "INSERT INTO answer (question_id, author_id, body, answered_at) VALUES (?, ?, ?, NOW())",
                question,
                AUTHOR,
                post[2]);
        IndexTable.ANSWERS.put(connection, IndexTable.answer(answer, question, post[2], null));
    }

    private static String firstResult(String typed) {
        Visitor.Reply reply = Visitor.guest().get("/search/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        return reply.page().select(".question-card h2").eachText().stream()
                .findFirst()
                .orElse("nothing");
    }

    private static String firstSuggestion(String typed) {
        Visitor.Reply reply =
                Visitor.guest().get("/search/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        String first = JsonPath.from(reply.body()).getString("[0].title");
        return first == null ? "nothing" : first;
    }
}
