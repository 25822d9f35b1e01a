package askme.search;

import askme.database.Row;
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
 * The best-rated questions for each beginning of a title word that many of the best-rated questions share. Questions are read
 * in the order of their ratings, so the first {@value Suggestions#MOST} questions with a prefix are the best. A prefix with
 * fewer questions is rare, and the full-text index finds it quickly.
 */
@ApplicationScoped
class PrefixTable {

    /** How many of the best-rated questions are read. A prefix without a row has at most some hundred matches. */
    static final int MOST_QUESTIONS = 20_000;

    /** The longest prefix, in characters. */
    static final int LONGEST = 16;

    static final String BEST_RATED = """
            SELECT q.id, q.title FROM (
              SELECT id, rating FROM question FORCE INDEX (question_hot) ORDER BY rating DESC, id DESC LIMIT :most
            ) best JOIN question q ON q.id = best.id
            ORDER BY best.rating DESC, best.id DESC""";
    static final String READ = "SELECT question_ids FROM search_prefix WHERE prefix = :prefix";
    private static final int ROWS_A_STATEMENT = 500;

    private final Session hibernate;

    PrefixTable(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The ids of the questions for a prefix, the best first; empty if the table does not contain the prefix. */
    List<Long> best(String prefix) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        return hibernate
                .createNativeQuery(READ, String.class)
                .addScalar("question_ids", String.class)
                .setParameter("prefix", Folding.fold(prefix))
                .uniqueResultOptional()
                .map(ids -> Arrays.stream(ids.split(",")).map(Long::valueOf).toList())
                .orElse(List.of());
    }

    /** Replaces the content of the table and returns the number of its prefixes. */
    @Transactional
    int rebuild() {
        Collector collector = new Collector(Suggestions.MOST);
        List<Title> best = hibernate
                .createNativeQuery(BEST_RATED, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .setTupleTransformer((values, names) -> Title.of(new Row(values, names)))
                .setParameter("most", MOST_QUESTIONS)
                .list();
        best.forEach(question -> collector.add(question.id, question.title));
        hibernate.createNativeMutationQuery("DELETE FROM search_prefix").executeUpdate();
        List<Map.Entry<String, List<Long>>> full = collector.full();
        for (int i = 0; i < full.size(); i += ROWS_A_STATEMENT) {
            insert(full.subList(i, Math.min(full.size(), i + ROWS_A_STATEMENT)));
        }
        return full.size();
    }

    private record Title(long id, String title) {

        static Title of(Row row) {
            return new Title(row.id("id"), row.text("title"));
        }
    }

    private void insert(List<Map.Entry<String, List<Long>>> rows) {
        String placeholders = rows.stream().map(row -> "(?, ?)").collect(Collectors.joining(", "));
        var insert = hibernate.createNativeMutationQuery(
                "INSERT INTO search_prefix (prefix, question_ids) VALUES " + placeholders);
        int parameter = 1;
        for (Map.Entry<String, List<Long>> row : rows) {
            insert.setParameter(parameter++, row.getKey());
            insert.setParameter(
                    parameter++, row.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        insert.executeUpdate();
    }

    /** Collects the first questions for each prefix of a title word. */
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
            boolean duplicate = !ids.isEmpty() && ids.get(ids.size() - 1) == id;
            if (ids.size() < most && !duplicate) {
                ids.add(id);
            }
        }

        /** The prefixes that have the wanted number of questions. */
        List<Map.Entry<String, List<Long>>> full() {
            return byPrefix.entrySet().stream()
                    .filter(entry -> entry.getValue().size() == wanted)
                    .toList();
        }
    }
}
