package askme.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Members by rating. The inner query reads the covering index member_best; only the page's rows are fetched. */
@ApplicationScoped
public class MemberQueries {

    /** Members on a page. */
    static final int PAGE_SIZE = 40;

    static final String BEST = """
            SELECT m.* FROM (
              SELECT id FROM member FORCE INDEX (member_best) ORDER BY rating DESC, id LIMIT :size OFFSET :skip
            ) page JOIN member m ON m.id = page.id ORDER BY m.rating DESC, m.id""";

    static final String BY_NAME =
            "SELECT * FROM member WHERE nickname LIKE :pattern ESCAPE '!' ORDER BY nickname LIMIT :size";

    static final String TOTAL = "SELECT value FROM site_counter WHERE name = 'members'";

    private final Session hibernate;

    MemberQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Page {@code page} (from 1) of the members, those with the best rating first. */
    List<Member> best(int page) {
        return hibernate
                .createNativeQuery(BEST, Member.class)
                .setParameter("size", PAGE_SIZE)
                .setParameter("skip", (page - 1) * PAGE_SIZE)
                .list();
    }

    /** The first members whose nickname begins with {@code prefix}, by name: a range of the index of nicknames. */
    List<Member> byName(String prefix) {
        return hibernate
                .createNativeQuery(BY_NAME, Member.class)
                .setParameter(
                        "pattern", prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .setParameter("size", PAGE_SIZE)
                .list();
    }

    /** The number of members, from a counter. */
    public long total() {
        return hibernate
                .createNativeQuery(TOTAL, Long.class)
                .addScalar("value", Long.class)
                .getSingleResult();
    }
}
