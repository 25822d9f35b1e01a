package askme.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
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

    /** One line about its purpose; may be empty. */
    @Column(updatable = false)
    public String description;

    /** The name and the id of a tag. */
    public record Ref(long id, String name) {}

    /** The tag of this name, or the one that has it as another name. */
    public static Optional<Tag> named(String name) {
        return getSession()
                .createNativeQuery(TagQueries.NAMED, Tag.class)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    /** The tag that somebody typed, in any spelling; 404 if it does not exist. */
    public static Tag require(String typed) {
        return named(typed).or(() -> named(TagNames.canonical(typed))).orElseThrow(NotFoundException::new);
    }

    /** At most {@code limit} tags that begin with {@code prefix}, by name: a range of the index, however many there are. */
    static List<Tag> byName(String prefix, int limit) {
        return find("name like ?1 escape '!' order by name", pattern(prefix))
                .range(0, limit - 1)
                .list();
    }

    /** At most {@code limit} tags whose names are after {@code name}, by name. */
    public static List<Tag> after(String name, int limit) {
        return find("name > ?1 order by name", name).range(0, limit - 1).list();
    }

    static String pattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The ids of tags that a question has, in the order of {@code names}. */
    public static List<Long> idsOf(List<String> names) {
        return refs(names, false).stream().map(Ref::id).toList();
    }

    /**
     * The tags that somebody typed, in that order. Another name of a tag gives the tag. Missing tags are created first, in alphabetical
     * order, so that two questions with the same new tags cannot deadlock.
     */
    public static List<Ref> typed(List<String> names) {
        return refs(names, true);
    }

    private static List<Ref> refs(List<String> names, boolean synonymsFirst) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Ref> found = existing(names, synonymsFirst);
        List<String> missing =
                names.stream().filter(name -> !found.containsKey(name)).sorted().toList();
        if (!missing.isEmpty()) {
            missing.forEach(Tag::create);
            found.putAll(created(missing));
        }
        return names.stream().map(found::get).distinct().toList();
    }

    private static Map<String, Ref> existing(List<String> names, boolean synonymsFirst) {
        List<Object[]> rows = getSession()
                .createNativeQuery(TagQueries.REFS, Object[].class)
                .addScalar("typed", String.class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("synonym", Integer.class)
                .setParameter("names", names)
                .getResultList();
        Map<String, Ref> found = new HashMap<>();
        for (Object[] row : rows) {
            Ref ref = new Ref((Long) row[1], (String) row[2]);
            boolean synonym = (Integer) row[3] != 0;
            found.merge((String) row[0], ref, (before, after) -> synonym == synonymsFirst ? after : before);
        }
        return found;
    }

    /** A plain read does not see what a concurrent request has inserted since this transaction began (REPEATABLE READ). */
    private static Map<String, Ref> created(List<String> names) {
        List<Object[]> rows = getSession()
                .createNativeQuery("SELECT name, id FROM tag WHERE name IN (:names) FOR UPDATE", Object[].class)
                .addScalar("name", String.class)
                .addScalar("id", Long.class)
                .setParameter("names", names)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> new Ref((Long) row[1], (String) row[0])));
    }

    /** Inserts the tag and counts it, unless a concurrent request has inserted it. */
    static void create(String name) {
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

    /**
     * Adds {@code delta} to the numbers of questions, and returns how many of the tags exist. By the index, which locks these rows alone and always in one order.
     */
    static int addQuestions(List<Long> ids, int delta) {
        return ids.isEmpty()
                ? 0
                : getEntityManager()
                        .createNativeQuery(
                                "UPDATE tag FORCE INDEX (PRIMARY) SET question_count = question_count + :delta WHERE id IN (:ids)")
                        .setParameter("delta", delta)
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
