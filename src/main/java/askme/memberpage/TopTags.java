package askme.memberpage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** The tags that most of a member's posts have. Only the last posts count, so that the work is bounded. */
@ApplicationScoped
class TopTags {

    static final int POSTS = 100;

    private static final int SHOWN = 5;

    static final String OF_MEMBER = """
            SELECT t.name FROM (
              SELECT tag_id, COUNT(*) AS posts FROM (
                (SELECT id AS question_id FROM question FORCE INDEX (question_visible_of_author)
                 WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT %1$d)
                UNION ALL
                (SELECT question_id FROM answer FORCE INDEX (answer_visible_of_author)
                 WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT %1$d)) p
              JOIN question_tag qt ON qt.question_id = p.question_id
              GROUP BY tag_id ORDER BY posts DESC, tag_id LIMIT %2$d) best
            JOIN tag t ON t.id = best.tag_id ORDER BY best.posts DESC, t.name""".formatted(POSTS, SHOWN);

    private final Session hibernate;

    TopTags(Session hibernate) {
        this.hibernate = hibernate;
    }

    List<String> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, String.class)
                .addScalar("name", String.class)
                .setParameter("member", member)
                .list();
    }
}
