package askme.discussion;

import askme.answer.AnswerForm;
import askme.answer.AnswerOrder;
import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Pages for comparison in a benchmark; only builds with {@code -Dbench} contain them. The twin is the page of a question without
 * the database: its data is read once, everything else is done as for the real page. The trivial page shows the most that the
 * server can do.
 */
@Path("/bench")
@Blocking
class TwinResource {

    private final DiscussionResource discussion;
    private final DiscussionQueries queries;
    private final DataSource database;
    private final Map<Long, DiscussionPage> pagesById = new ConcurrentHashMap<>();

    TwinResource(DiscussionResource discussion, DiscussionQueries queries, DataSource database) {
        this.discussion = discussion;
        this.queries = queries;
        this.database = database;
    }

    @GET
    @Path("/trivial")
    @Produces("text/plain")
    public String trivial() {
        return "ok";
    }

    /** The page of question {@code id}; only the first call reads the database. */
    @GET
    @Path("/twin/{id}")
    public TemplateInstance twin(@RestPath long id) {
        return DiscussionResource.Views.show(pagesById.computeIfAbsent(
                id,
                q -> discussion.page(
                        queries.head(q, 0, false), AnswerOrder.BEST, null, AnswerForm.EMPTY, FormErrors.none())));
    }

    /** The number of statements that the database received from all clients since its start. */
    @GET
    @Path("/statements")
    @Produces("text/plain")
    public String statements() throws SQLException {
        return cell("SHOW GLOBAL STATUS LIKE 'Questions'", 2);
    }

    /**
     * The pages to measure, one a line: name and URL. A last page is the last full one, so that it shows the same number of rows
     * with every amount of data.
     */
    @GET
    @Path("/pages")
    @Produces("text/plain")
    public String pages() throws SQLException {
        String typical = cell(
                "SELECT id FROM question WHERE answer_count BETWEEN 10 AND 12 AND rating > 3 ORDER BY id DESC LIMIT 1",
                1);
        String crowded = cell(
                "SELECT id FROM question WHERE answer_count BETWEEN 1201 AND 1300 ORDER BY answer_count LIMIT 1", 1);
        String most = cell("SELECT id FROM question ORDER BY answer_count DESC LIMIT 1", 1);
        long answers = Long.parseLong(cell("SELECT MAX(answer_count) FROM question", 1));
        String tag = cell("SELECT name FROM tag ORDER BY question_count DESC LIMIT 1", 1);
        long questions = Long.parseLong(cell("SELECT value FROM site_counter WHERE name = 'questions'", 1));
        long tagged = Long.parseLong(cell("SELECT question_count FROM tag ORDER BY question_count DESC LIMIT 1", 1));
        String active = cell(
                "SELECT CONCAT(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', active_at), '.', question_id) FROM listed_question"
                        + " WHERE tag_id = 0 ORDER BY active_at DESC LIMIT 1 OFFSET " + questions / 2,
                1);
        String revised = cell("SELECT id FROM question WHERE revision = 2 ORDER BY id DESC LIMIT 1", 1);
        String commented = cell("SELECT id FROM question WHERE comment_count BETWEEN 10 AND 12 ORDER BY id LIMIT 1", 1);
        String member =
                cell("SELECT nickname FROM member WHERE answer_count BETWEEN 100 AND 110 ORDER BY id LIMIT 1", 1);
        return """
                trivial /bench/trivial
                twin /bench/twin/%1$s
                question /question/%1$s/
                question-crowded /question/%2$s/
                question-page-40 /question/%2$s/?page=40
                question-last-page /question/%3$s/?page=%7$d
                home /
                home-last-page /?page=%5$d
                hot /hot/
                hot-last-page /hot/?page=%5$d
                tag /tag/%4$s/
                tag-last-page /tag/%4$s/?page=%6$d
                tags /tags/
                active /active/
                active-middle /active/?before=%8$s
                active-tag /active/?tag=%4$s
                unanswered /unanswered/
                unanswered-middle /unanswered/?before=%9$d
                unanswered-tag /unanswered/?tag=%4$s
                revisions /question/%10$s/revisions/
                comments /question/%11$s/comments/
                member-questions /member/%12$s/
                member-answers /member/%12$s/?tab=answers
                member-comments /member/%12$s/?tab=comments
                member-reputation /member/%12$s/reputation/
                members /members/
                feed-active /active/feed.atom
                feed-question /question/%1$s/feed.atom
                suggestions /search/suggestions?q=connection
                search /search/?q=connection+closed
                """.formatted(
                        typical,
                        crowded,
                        most,
                        tag,
                        questions / 20,
                        tagged / 20,
                        answers / 30,
                        active,
                        questions / 2,
                        revised,
                        commented,
                        member);
    }

    /** One column of the first row of {@code sql}, "0" if it has no rows. */
    private String cell(String sql, int column) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(column) : "0";
        }
    }
}
