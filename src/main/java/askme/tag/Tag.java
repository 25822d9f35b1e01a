package askme.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A word that groups questions. The first question that names it creates it. */
@Entity
public class Tag extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Column(name = "question_count", updatable = false)
    public int questionCount;

    public static Optional<Tag> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** At most {@code limit} tags that begin with {@code prefix}, by number of questions. */
    static List<Tag> startingWith(String prefix, int limit) {
        return find("name like ?1 escape '!' order by questionCount desc, name", pattern(prefix))
                .range(0, limit - 1)
                .list();
    }

    /** At most {@code limit} tags that begin with {@code prefix}, by name: a range of the index, however many there are. */
    static List<Tag> byName(String prefix, int limit) {
        return find("name like ?1 escape '!' order by name", pattern(prefix))
                .range(0, limit - 1)
                .list();
    }

    private static String pattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * The ids of {@code names}, in that order. Missing tags are created first, in alphabetical order, so that two questions
     * with the same new tags cannot deadlock.
     */
    public static List<Long> idsOf(List<String> names) {
        for (String name : names.stream().sorted().toList()) {
            if (named(name).isEmpty()) {
                create(name);
            }
        }
        List<Long> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(getSession()
                    .createNativeQuery("SELECT id FROM tag WHERE name = ?1", Long.class)
                    .addScalar("id", Long.class)
                    .setParameter(1, name)
                    .getSingleResult());
        }
        return ids;
    }

    /** Inserts the tag and counts it, unless a concurrent request has inserted it. */
    private static void create(String name) {
        int inserted = getEntityManager()
                .createNativeQuery("INSERT IGNORE INTO tag (name) VALUES (?1)")
                .setParameter(1, name)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("UPDATE site_counter SET value = value + ?1 WHERE name = 'tags'")
                .setParameter(1, inserted)
                .executeUpdate();
    }

    /** The number of tags, from a counter: no page counts rows. */
    static long total() {
        return getSession()
                .createNativeQuery(TagQueries.TOTAL, Long.class)
                .addScalar("value", Long.class)
                .getSingleResult();
    }

    /** Adds {@code delta} to the tag's number of questions. */
    public static void addQuestions(long id, int delta) {
        update("questionCount = questionCount + ?1 where id = ?2", delta, id);
    }
}
