package askme.tag;

import askme.database.Row;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;

/** The tags by number of questions, as {@code /tags/} lists them. */
final class TagQueries {

    /** The inner query walks the covering index tag_popular; only the page's rows are fetched. */
    static final String POPULAR = """
            SELECT t.* FROM (
              SELECT id FROM tag ORDER BY question_count DESC, name LIMIT ?1 OFFSET ?2
            ) page JOIN tag t ON t.id = page.id ORDER BY t.question_count DESC, t.name""";

    /** The tag of a name, or the one that has it as another name. */
    static final String NAMED = """
            SELECT t.* FROM tag t WHERE t.id = COALESCE(
              (SELECT id FROM tag WHERE name = :name), (SELECT tag_id FROM tag_synonym WHERE name = :name))""";

    /** While a job merges a tag, its name is both. */
    static final String REFS = """
            SELECT t.name AS typed, t.id, t.name, 0 AS synonym FROM tag t WHERE t.name IN (:names)
            UNION ALL
            SELECT s.name AS typed, t.id, t.name, 1 AS synonym FROM tag_synonym s JOIN tag t ON t.id = s.tag_id WHERE s.name IN (:names)""";

    /** Tags that begin with some letters, or have another name that does; typed is that name. */
    static final String SUGGESTED = """
            SELECT t.name, t.question_count, t.description, MIN(found.typed) AS typed FROM (
              (SELECT id, name AS typed FROM tag WHERE name LIKE :pattern ESCAPE '!' ORDER BY question_count DESC, name LIMIT :size)
              UNION ALL
              (SELECT tag_id, name FROM tag_synonym WHERE name LIKE :pattern ESCAPE '!' ORDER BY name LIMIT :size)
            ) found JOIN tag t ON t.id = found.id
            GROUP BY t.id, t.name, t.question_count, t.description ORDER BY t.question_count DESC, t.name LIMIT :size""";

    static final String TOTAL = "SELECT value FROM site_counter WHERE name = 'tags'";

    private TagQueries() {}

    /** At most {@code size} tags that begin with {@code prefix}, or whose other names do, by number of questions. */
    static List<TagResource.Suggestion> suggested(String prefix, int size) {
        return Panache.getSession()
                .createNativeQuery(SUGGESTED, Object[].class)
                .addScalar("name", String.class)
                .addScalar("question_count", Integer.class)
                .addScalar("description", String.class)
                .addScalar("typed", String.class)
                .setParameter("pattern", Tag.pattern(prefix))
                .setParameter("size", size)
                .setTupleTransformer((values, names) -> TagResource.Suggestion.of(new Row(values, names)))
                .getResultList();
    }

    /** Page {@code page} (from 1) of {@code size} tags. */
    static List<Tag> popular(int page, int size) {
        return Panache.getSession()
                .createNativeQuery(POPULAR, Tag.class)
                .setParameter(1, size)
                .setParameter(2, (page - 1) * size)
                .getResultList();
    }
}
