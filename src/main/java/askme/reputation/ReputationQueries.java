package askme.reputation;

import askme.database.Row;
import askme.member.Member;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Adds up the votes on the visible posts of a member, by days and by posts. It reads the votes themselves, by ranges of the keys of the
 * votes, so the sum cannot differ from them. One transaction reads the stored rating and the votes in one state of the database.
 */
@ApplicationScoped
class ReputationQueries {

    static final int DAYS = 30;

    /** The most posts on a page. The votes on more posts of one day are shown as one sum. */
    static final int POSTS = 300;

    private static final String VOTES = """
            SELECT STRAIGHT_JOIN DATE(v.voted_at) AS day, q.id AS question_id, 0 AS answer_id, v.value
            FROM question q FORCE INDEX (question_visible_of_author) JOIN question_vote v FORCE INDEX (PRIMARY) ON v.question_id = q.id
            WHERE q.author_id = :member AND q.hidden = 0%1$s
            UNION ALL
            SELECT STRAIGHT_JOIN DATE(v.voted_at) AS day, 0, a.id, v.value
            FROM answer a FORCE INDEX (answer_visible_of_author) JOIN answer_vote v FORCE INDEX (PRIMARY) ON v.answer_id = a.id
            WHERE a.author_id = :member AND a.hidden = 0%1$s""";

    /** All days, of which there are few. */
    static final String BY_DAY =
            "SELECT CAST(day AS CHAR) AS day, SUM(value) AS amount, COUNT(DISTINCT question_id, answer_id) AS posts"
                    + " FROM (" + VOTES.formatted("") + ") votes GROUP BY day ORDER BY day DESC";

    static final String BY_POST =
            """
            SELECT CAST(p.day AS CHAR) AS day, COALESCE(a.question_id, p.question_id) AS question, p.answer_id AS answer, q.title,
                   p.up, p.down
            FROM (SELECT day, question_id, answer_id, SUM(value > 0) AS up, SUM(value < 0) AS down FROM (%s) votes
                  GROUP BY day, question_id, answer_id ORDER BY day DESC, question_id DESC, answer_id DESC LIMIT %d) p
            LEFT JOIN answer a ON a.id = p.answer_id
            JOIN question q ON q.id = COALESCE(a.question_id, p.question_id)
            ORDER BY p.day DESC, p.question_id DESC, p.answer_id DESC""".formatted(VOTES.formatted(" AND v.voted_at >= :from AND v.voted_at < :end"), POSTS);

    /** The stored rating, and the sum of the votes that an import brought without voters. */
    static final String RATING = """
            SELECT m.rating,
              COALESCE((SELECT SUM(i.imported_rating) FROM question q FORCE INDEX (question_visible_of_author)
                        JOIN imported_question i FORCE INDEX (PRIMARY) ON i.question_id = q.id
                        WHERE q.author_id = m.id AND q.hidden = 0), 0)
              + COALESCE((SELECT SUM(i.imported_rating) FROM answer a FORCE INDEX (answer_visible_of_author)
                          JOIN imported_answer i FORCE INDEX (PRIMARY) ON i.answer_id = a.id
                          WHERE a.author_id = m.id AND a.hidden = 0), 0) AS imported
            FROM member m WHERE m.id = :member""";

    private final Session hibernate;

    ReputationQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** @param after the sum of all votes until its end */
    private record Sum(LocalDate date, int change, int after, int posts) {}

    private record DayPost(LocalDate date, ReputationPage.Post post) {

        private static DayPost of(Row row) {
            ReputationPage.Post post = new ReputationPage.Post(
                    row.id("question"), row.id("answer"), row.text("title"), row.number("up"), row.number("down"));
            return new DayPost(LocalDate.parse(row.text("day")), post);
        }
    }

    /** The days before {@code before}, whose id is a number of days since 1970. */
    @Transactional
    ReputationPage page(Member member, ListKey before) {
        Object[] ratings = hibernate
                .createNativeQuery(RATING, Object[].class)
                .addScalar("rating", Integer.class)
                .addScalar("imported", Integer.class)
                .setParameter("member", member.id)
                .getSingleResult();
        int imported = (Integer) ratings[1];
        List<Sum> all = sums(member.id, imported);
        List<Sum> following =
                all.stream().filter(sum -> sum.date.toEpochDay() < before.id()).toList();
        List<Sum> shown = shown(following);
        ListKey last = shown.size() == following.size()
                ? null
                : ListKey.ofId(shown.get(shown.size() - 1).date.toEpochDay());
        String path = ReputationLinks.reputation(member.nickname);
        return new ReputationPage(
                member.nickname,
                (Integer) ratings[0],
                all.isEmpty() ? imported : all.get(0).after,
                imported,
                days(member.id, shown),
                KeyPaginator.of(path, before, last));
    }

    /** So many days that their posts fit on a page, at least one. */
    private static List<Sum> shown(List<Sum> following) {
        int posts = 0;
        List<Sum> shown = new ArrayList<>();
        for (Sum sum : following) {
            posts += sum.posts;
            if (shown.size() == DAYS || !shown.isEmpty() && posts > POSTS) {
                break;
            }
            shown.add(sum);
        }
        return shown;
    }

    private List<Sum> sums(long member, int imported) {
        List<Object[]> rows = hibernate
                .createNativeQuery(BY_DAY, Object[].class)
                .addScalar("day", String.class)
                .addScalar("amount", Integer.class)
                .addScalar("posts", Integer.class)
                .setParameter("member", member)
                .list();
        int after = imported + rows.stream().mapToInt(row -> (Integer) row[1]).sum();
        List<Sum> sums = new ArrayList<>();
        for (Object[] row : rows) {
            sums.add(new Sum(LocalDate.parse((String) row[0]), (Integer) row[1], after, (Integer) row[2]));
            after -= (Integer) row[1];
        }
        return sums;
    }

    private List<ReputationPage.Day> days(long member, List<Sum> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, List<ReputationPage.Post>> posts = new LinkedHashMap<>();
        for (DayPost found : posts(member, sums.get(sums.size() - 1).date, sums.get(0).date)) {
            posts.computeIfAbsent(found.date, day -> new ArrayList<>()).add(found.post);
        }
        return sums.stream()
                .map(sum -> day(sum, posts.getOrDefault(sum.date, List.of())))
                .toList();
    }

    private static ReputationPage.Day day(Sum sum, List<ReputationPage.Post> posts) {
        int shown = posts.stream().mapToInt(ReputationPage.Post::change).sum();
        return new ReputationPage.Day(
                sum.date, sum.change, sum.after, posts, sum.change - shown, sum.posts - posts.size());
    }

    private List<DayPost> posts(long member, LocalDate first, LocalDate last) {
        NativeQuery<DayPost> query = hibernate
                .createNativeQuery(BY_POST, Object[].class)
                .addScalar("day", String.class)
                .addScalar("question", Long.class)
                .addScalar("answer", Long.class)
                .addScalar("title", String.class)
                .addScalar("up", Integer.class)
                .addScalar("down", Integer.class)
                .setParameter("member", member)
                .setParameter("from", first.atStartOfDay())
                .setParameter("end", last.plusDays(1).atStartOfDay())
                .setTupleTransformer((values, names) -> DayPost.of(new Row(values, names)));
        return query.list();
    }
}
