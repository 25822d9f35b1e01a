package askme.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The tag that somebody typed, in any spelling; 404 if it does not exist. */
    public static Tag require(String typed) {
        return named(typed).or(() -> named(TagNames.canonical(typed))).orElseThrow(NotFoundException::new);
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
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Long> ids = existing(names, "");
        List<String> missing =
                names.stream().filter(name -> !ids.containsKey(name)).sorted().toList();
        if (!missing.isEmpty()) {
            missing.forEach(Tag::create);
            // A plain read does not see what a concurrent request has inserted since this transaction began (REPEATABLE
            // READ).
            ids.putAll(existing(missing, " FOR UPDATE"));
        }
        return names.stream().map(ids::get).toList();
    }

    private static Map<String, Long> existing(List<String> names, String lock) {
        List<Object[]> rows = getSession()
                .createNativeQuery("SELECT name, id FROM tag WHERE name IN (:names)" + lock, Object[].class)
                .addScalar("name", String.class)
                .addScalar("id", Long.class)
                .setParameter("names", names)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
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

    /** Adds {@code delta} to the numbers of questions. By the index, which locks these rows alone and always in one order. */
    public static void addQuestions(List<Long> ids, int delta) {
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createNativeQuery(
                            "UPDATE tag FORCE INDEX (PRIMARY) SET question_count = question_count + :delta WHERE id IN (:ids)")
                    .setParameter("delta", delta)
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
