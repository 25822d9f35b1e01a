package askme.comment;

import askme.database.Row;
import askme.member.MemberRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Finds members by the beginning of their nickname, those who wrote on the page of a question first. */
@ApplicationScoped
class MentionSuggestions {

    static final int MOST = 8;

    /** The last answers and comments of a question whose authors are looked through. */
    static final int LATEST = 50;

    private static final String COLUMNS = "SELECT STRAIGHT_JOIN m.id, m.nickname, m.avatar, m.rating ";

    static final String ON_PAGE = COLUMNS + """
            FROM (
              (SELECT author_id FROM question WHERE id = :question)
              UNION (SELECT author_id FROM answer FORCE INDEX (answer_visible_newer) WHERE question_id = :question AND hidden = 0
                     ORDER BY id DESC LIMIT %1$d)
              UNION (SELECT author_id FROM comment FORCE INDEX (comment_newer) WHERE question_id = :question
                     ORDER BY id DESC LIMIT %1$d)
            ) people JOIN member m ON m.id = people.author_id
            WHERE m.nickname LIKE :pattern ESCAPE '!' ORDER BY m.nickname LIMIT %2$d""".formatted(LATEST, MOST + 1);

    static final String ALL = COLUMNS + "FROM member m FORCE INDEX (member_nickname)"
            + " WHERE m.nickname LIKE :pattern ESCAPE '!' ORDER BY m.nickname LIMIT " + (MOST + 1);

    private final Session hibernate;

    MentionSuggestions(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * At most {@value #MOST} members.
     *
     * @param beginning of the nickname; if it is empty, only members on the page are found
     * @param question 0 for none
     * @param reader not suggested
     */
    List<MemberRef> find(String beginning, long question, long reader) {
        String pattern = beginning.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        List<MemberRef> first = question == 0 ? List.of() : members(ON_PAGE, pattern, question);
        List<MemberRef> others = beginning.isEmpty() ? List.of() : members(ALL, pattern, 0);
        Map<Long, MemberRef> found = new LinkedHashMap<>();
        Stream.concat(first.stream(), others.stream())
                .filter(member -> member.id() != reader)
                .forEach(member -> found.putIfAbsent(member.id(), member));
        return found.values().stream().limit(MOST).toList();
    }

    private List<MemberRef> members(String sql, String pattern, long question) {
        var query = hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("rating", Integer.class)
                .setParameter("pattern", pattern)
                .setTupleTransformer((values, names) -> member(new Row(values, names)));
        return (question == 0 ? query : query.setParameter("question", question)).list();
    }

    private static MemberRef member(Row row) {
        return new MemberRef(row.id("id"), row.text("nickname"), row.text("avatar"), row.number("rating"));
    }
}
