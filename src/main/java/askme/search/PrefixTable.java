package askme.search;

import askme.markdown.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The best-rated questions for each beginning of a title word that many of the best-rated questions share. The walk goes
 * down the ratings, so the first {@value Suggestions#MOST} questions it meets for a prefix are the best there are;
 * prefixes for which it does not meet so many are rare, and the full-text index answers them quickly.
 */
@ApplicationScoped
class PrefixTable {

    /** The best-rated questions that are looked at. At most some hundred matches are left for a prefix that has no row. */
    static final int WALK = 20_000;

    /** Longer beginnings are the word itself. */
    static final int LONGEST = 16;

    static final String BEST_RATED = """
            SELECT q.id, q.title FROM (
              SELECT id, rating FROM question FORCE INDEX (question_hot) ORDER BY rating DESC, id DESC LIMIT :most
            ) best JOIN question q ON q.id = best.id
            ORDER BY best.rating DESC, best.id DESC""";
    static final String READ = "SELECT question_ids FROM search_prefix WHERE prefix = :prefix";
    private static final int ROWS_A_STATEMENT = 500;

    private final Session database;

    PrefixTable(Session database) {
        this.database = database;
    }

    /** The ids for a prefix, the best first; empty where the table has none. */
    List<Long> best(String prefix) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        return database.createNativeQuery(READ, String.class)
                .addScalar("question_ids", String.class)
                .setParameter("prefix", Folding.fold(prefix))
                .uniqueResultOptional()
                .map(ids -> Arrays.stream(ids.split(",")).map(Long::valueOf).toList())
                .orElse(List.of());
    }

    /** Fills the table anew and returns how many prefixes it holds. */
    @Transactional
    int rebuild() {
        Collector collector = new Collector(Suggestions.MOST);
        List<Object[]> best = database.createNativeQuery(BEST_RATED, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .setParameter("most", WALK)
                .list();
        best.forEach(row -> collector.add((Long) row[0], (String) row[1]));
        database.createNativeMutationQuery("DELETE FROM search_prefix").executeUpdate();
        List<Map.Entry<String, List<Long>>> full = collector.full();
        for (int i = 0; i < full.size(); i += ROWS_A_STATEMENT) {
            insert(full.subList(i, Math.min(full.size(), i + ROWS_A_STATEMENT)));
        }
        return full.size();
    }

    private void insert(List<Map.Entry<String, List<Long>>> rows) {
        String places = rows.stream().map(row -> "(?, ?)").collect(Collectors.joining(", "));
        var insert =
                database.createNativeMutationQuery("INSERT INTO search_prefix (prefix, question_ids) VALUES " + places);
        int place = 1;
        for (Map.Entry<String, List<Long>> row : rows) {
            insert.setParameter(place++, row.getKey());
            insert.setParameter(
                    place++, row.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        insert.executeUpdate();
    }

    /** Collects the first questions for each prefix of their titles' words. */
    static final class Collector {

        private final Map<String, List<Long>> byPrefix = new HashMap<>();
        private final int wanted;

        Collector(int wanted) {
            this.wanted = wanted;
        }

        /** Adds the next best question. */
        void add(long id, String title) {
            IndexWords.of(title).stream().filter(IndexWords::indexed).distinct().forEach(word -> {
                int[] letters = word.codePoints().limit(LONGEST).toArray();
                for (int length = IndexWords.SHORTEST; length <= letters.length; length++) {
                    add(id, new String(letters, 0, length), wanted);
                }
            });
        }

        private void add(long id, String prefix, int most) {
            List<Long> ids = byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>(2));
            boolean twice = !ids.isEmpty() && ids.get(ids.size() - 1) == id;
            if (ids.size() < most && !twice) {
                ids.add(id);
            }
        }

        /** The prefixes with as many questions as are wanted. */
        List<Map.Entry<String, List<Long>>> full() {
            return byPrefix.entrySet().stream()
                    .filter(entry -> entry.getValue().size() == wanted)
                    .toList();
        }
    }
}
