package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.RealMySql;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SQL of every counter on a real MySQL, with posts and votes that are not counted yet. */
@Tag("full")
@Tag("databases")
class ReconcilerOnMySqlTest {

    private static final List<String> UNCOUNTED = List.of(
            "INSERT INTO member (id, email, nickname, password_hash, joined_at) VALUES"
                    + " (1, 'a@x.org', 'ann', '', '2020-01-01'), (2, 'b@x.org', 'bob', '', '2020-01-01')",
            "INSERT INTO tag (id, name) VALUES (1, 'java')",
            "INSERT INTO question (id, author_id, title, body, excerpt, asked_at)"
                    + " VALUES (1, 1, 't', 'b', 'e', '2020-01-01')",
            "INSERT INTO question_tag (tag_id, question_id) VALUES (1, 1)",
            "INSERT INTO answer (id, question_id, author_id, body, answered_at) VALUES (1, 1, 2, 'b', '2020-01-02')",
            "INSERT INTO question_vote (question_id, member_id, value, voted_at) VALUES (1, 2, 1, '2020-01-02')",
            "INSERT INTO answer_vote (answer_id, member_id, value, voted_at) VALUES (1, 1, -1, '2020-01-02')",
            "UPDATE site_counter SET value = 7");

    private static RealMySql mysql;
    private static AgroalDataSource database;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        mysql = RealMySql.start();
        database = mysql.migrated();
    }

    @AfterAll
    static void stop() {
        database.close();
        mysql.close();
    }

    @Test
    void wrongCountersAreRepairedOnMySql() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : UNCOUNTED) {
                sql.executeUpdate(statement);
            }
        }
        List<String> repaired = new ArrayList<>();
        for (Counter counter : Counter.ALL) {
            new Reconciler(database)
                    .run(counter, true, row -> repaired.add(row.counter() + "#" + row.id() + "=" + row.counted()));
        }
        assertThat(repaired)
                .containsExactly(
                        "question.rating#1=1",
                        "question.answer_count#1=1",
                        "answer.rating#1=-1",
                        "question_tag.rating#1=1",
                        "tag.question_count#1=1",
                        "member.question_count#1=1",
                        "member.answer_count#2=1",
                        "member.rating#1=1",
                        "member.rating#2=-1",
                        "site_counter.questions#1=1",
                        "site_counter.members#1=2",
                        "site_counter.tags#1=1");
        List<String> left = new ArrayList<>();
        for (Counter counter : Counter.ALL) {
            new Reconciler(database).run(counter, false, row -> left.add(row.counter()));
        }
        assertThat(left).isEmpty();
    }
}
