package askme.tag;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;

/** The tags by number of questions, as {@code /tags/} lists them. */
final class TagQueries {

    /** The inner query walks the covering index tag_popular; only the page's rows are fetched. */
    static final String POPULAR = """
            SELECT t.* FROM (
              SELECT id FROM tag ORDER BY question_count DESC, name LIMIT ?1 OFFSET ?2
            ) page JOIN tag t ON t.id = page.id ORDER BY t.question_count DESC, t.name""";

    static final String TOTAL = "SELECT value FROM site_counter WHERE name = 'tags'";

    private TagQueries() {}

    /** Page {@code page} (from 1) of {@code size} tags. */
    static List<Tag> popular(int page, int size) {
        return Panache.getSession()
                .createNativeQuery(POPULAR, Tag.class)
                .setParameter(1, size)
                .setParameter(2, (page - 1) * size)
                .getResultList();
    }
}
