package askme.importing.apacheanswer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of an Apache Answer with a few rows of every kind, on the server of the tests. */
final class OldAnswer {

    static final String SCHEMA = "askme_old_answer";

    /** By bcrypt, as Answer stores it: the password is the alphabet in small letters. */
    static final String HASH = "$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC";

    static final String PASSWORD = "abcdefghijklmnopqrstuvwxyz";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE `user` (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, suspended_until DATETIME, username VARCHAR(50),"
                    + " pass VARCHAR(255), e_mail VARCHAR(100), mail_status TINYINT(4), status INT)",
            "CREATE TABLE question (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL, user_id BIGINT,"
                    + " last_edit_user_id BIGINT DEFAULT 0, title VARCHAR(150), original_text MEDIUMTEXT, pin INT DEFAULT 1,"
                    + " `show` INT DEFAULT 1, status INT, view_count INT, vote_count INT, accepted_answer_id BIGINT DEFAULT 0)",
            "CREATE TABLE answer (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL, question_id BIGINT,"
                    + " user_id BIGINT, last_edit_user_id BIGINT DEFAULT 0, original_text MEDIUMTEXT, status INT, vote_count INT)",
            "CREATE TABLE comment (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, user_id BIGINT, reply_user_id BIGINT,"
                    + " object_id BIGINT, vote_count INT, status TINYINT(4), original_text MEDIUMTEXT)",
            "CREATE TABLE config (id INT PRIMARY KEY, `key` VARCHAR(128), value TEXT)",
            "CREATE TABLE activity (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, user_id BIGINT, object_id BIGINT,"
                    + " activity_type INT, cancelled TINYINT(4))",
            "CREATE TABLE tag (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, main_tag_id BIGINT DEFAULT 0,"
                    + " main_tag_slug_name VARCHAR(35) DEFAULT '', slug_name VARCHAR(35), original_text MEDIUMTEXT, status INT,"
                    + " user_id BIGINT)",
            "CREATE TABLE tag_rel (id BIGINT PRIMARY KEY, object_id BIGINT, tag_id BIGINT, status INT)",
            "CREATE TABLE revision (id BIGINT PRIMARY KEY, created_at TIMESTAMP NULL, user_id BIGINT, object_type INT, object_id BIGINT,"
                    + " content MEDIUMTEXT, log VARCHAR(255), status INT)",
            "CREATE TABLE meta (id INT PRIMARY KEY, created_at TIMESTAMP NULL, object_id BIGINT, `key` VARCHAR(100), value MEDIUMTEXT)",
            "CREATE TABLE question_link (id BIGINT PRIMARY KEY, from_question_id BIGINT, to_question_id BIGINT, status INT)",
            "CREATE TABLE collection (id BIGINT PRIMARY KEY)");

    private static final List<String> ROWS = List.of(
            "INSERT INTO `user` VALUES (1, '2022-01-01 08:00:00', NULL, 'oldann', '" + HASH
                    + "', 'ann@old.example', 1, 1),"
                    + " (2, '2022-01-02', '2099-12-31 23:59:59', 'old.ben', '" + HASH + "', 'ben@old.example', 2, 9),"
                    + " (3, '2022-01-03', '0001-01-01', 'gone', '" + HASH + "', 'gone@old.example', 1, 10),"
                    + " (4, '2022-01-04', NULL, 'oldann', '$2a$31$x', 'ANN@old.example', 1, 1),"
                    + " (5, '2022-01-05', NULL, 'oldeve', '', 'no address', 1, 1)",
            "INSERT INTO config VALUES (12, 'answer.vote_down', ''), (25, 'comment.vote_up', ''), (27, 'question.vote_down', ''),"
                    + " (28, 'question.vote_up', ''), (30, 'answer.vote_up', ''), (31, 'answer.voted_up', ''),"
                    + " (60, 'reason.a_duplicate', ''), (64, 'reason.not_clarity', '')",
            "INSERT INTO tag VALUES (10030000000000003, '2022-01-01', 0, '', 'oldjava', 'A *language*', 1, 1),"
                    + " (10030000000000004, '2022-01-01', 10030000000000003, 'oldjava', 'oldjdk', '', 1, 1),"
                    + " (10030000000000005, '2022-01-01', 0, '', 'oldgone', '', 10, 1)",
            "INSERT INTO question VALUES (10010000000000011, '2022-02-01 10:00:00', '2022-02-05', 1, 2, 'How do I compare in Answer?',"
                    + " 'How *so*?\n\n<script>alert(1)</script>', 2, 1, 1, 1500, 2, 10020000000000012),"
                    + " (10010000000000014, '2022-02-02', '2022-02-03', 2, 0, 'Compare how in Answer?', 'The same', 1, 1, 2, 0, 0, 0),"
                    + " (10010000000000015, '2022-02-02', NULL, 2, 0, 'Deleted in Answer', 'Spam', 1, 1, 10, 5, -1, 0),"
                    + " (10010000000000016, '2022-02-02', NULL, 2, 0, 'Hidden in Answer', 'Secret', 1, 2, 1, 5, 0, 0),"
                    + " (10010000000000017, '2022-02-02', NULL, 2, 0, 'Pending in Answer', 'Wait', 1, 1, 11, 5, 0, 0),"
                    + " (10010000000000018, '2022-02-02', '2022-02-03', 9, 0, 'Unclear in Answer', 'What?', 1, 1, 2, 5, 0, 0)",
            "INSERT INTO tag_rel VALUES (1, 10010000000000011, 10030000000000004, 1), (2, 10010000000000011, 10030000000000003, 10),"
                    + " (3, 10010000000000011, 10030000000000005, 1)",
            "INSERT INTO answer VALUES (10020000000000012, '2022-02-02', NULL, 10010000000000011, 2, 0, 'Use `a < b`', 1, 1),"
                    + " (10020000000000013, '2022-02-03', NULL, 10010000000000011, 3, 0, 'By a member who left', 1, 0),"
                    + " (10020000000000019, '2022-02-03', NULL, 10010000000000011, 1, 0, 'Deleted', 10, 0),"
                    + " (10020000000000020, '2022-02-03', NULL, 10010000000000099, 1, 0, 'Lost', 1, 0)",
            "INSERT INTO comment VALUES (10070000000000021, '2022-02-03', 1, 2, 10020000000000012, 2, 1, 'Thanks, `works`'),"
                    + " (10070000000000022, '2022-02-03', 2, NULL, 10010000000000011, 0, 1, 'Why?'),"
                    + " (10070000000000023, '2022-02-03', 2, NULL, 10010000000000011, 0, 10, 'Rude')",
            "INSERT INTO activity VALUES (1, '2022-02-03', 2, 10010000000000011, 28, 0), (2, '2022-02-03', 3, 10010000000000011, 28, 0),"
                    + " (3, '2022-02-03', 1, 10020000000000012, 30, 0), (4, '2022-02-03', 2, 10020000000000012, 31, 0),"
                    + " (5, '2022-02-03', 1, 10020000000000013, 12, 1), (6, '2022-02-03', 2, 10070000000000021, 25, 0),"
                    + " (7, '2022-02-03', 77, 10010000000000011, 28, 0)",
            "INSERT INTO revision VALUES (1, '2022-02-01 10:00:00', 1, 1, 10010000000000011,"
                    + " '{\"Title\":\"How\",\"OriginalText\":\"How?\",\"Tags\":[{\"SlugName\":\"oldjava\"}]}', '', 0),"
                    + " (2, '2022-02-05', 2, 1, 10010000000000011,"
                    + " '{\"Title\":\"How do I compare in Answer?\",\"OriginalText\":\"x\",\"Tags\":[]}', 'clearer', 2),"
                    + " (3, '2022-02-06', 2, 1, 10010000000000011, '{\"OriginalText\":\"refused\"}', '', 3),"
                    + " (4, '2022-02-06', 2, 2, 10020000000000012, 'broken', '', 0)",
            "INSERT INTO meta VALUES (1, '2022-02-03 09:00:00', 10010000000000014, 'question.close.reason',"
                    + " '{\"close_type\":60,\"close_msg\":\"https://old.example/questions/D1N1\"}'),"
                    + " (2, '2022-02-03', 10010000000000018, 'question.close.reason', '{\"close_type\":64,\"close_msg\":\"\"}')",
            "INSERT INTO question_link VALUES (1, 10010000000000014, 10010000000000011, 1), (2, 10010000000000018, 10010000000000011, 1),"
                    + " (3, 10010000000000018, 10010000000000015, 1)",
            "INSERT INTO collection VALUES (1), (2)");

    private OldAnswer() {}

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    static String user() {
        return config("username");
    }

    static String password() {
        return config("password");
    }

    static String siteUrl() {
        return config("jdbc.url");
    }

    static String url() {
        return siteUrl().replaceFirst("/[a-z_]+\\?", "/" + SCHEMA + "?");
    }

    static void create() throws SQLException {
        try (Connection connection = DriverManager.getConnection(siteUrl(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            statement.execute("CREATE DATABASE " + SCHEMA + " DEFAULT CHARACTER SET utf8mb4");
            statement.execute("USE " + SCHEMA);
            statement.execute("SET time_zone = '+00:00', sql_mode = ''");
            for (String table : TABLES) {
                statement.execute(table);
            }
            for (String rows : ROWS) {
                statement.execute(rows);
            }
        }
    }

    static void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(siteUrl(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + SCHEMA);
        }
    }
}
