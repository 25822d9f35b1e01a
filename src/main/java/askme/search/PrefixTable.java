package askme.search;

import askme.database.Row;
import askme.words.Folding;
import askme.words.Token;
import askme.words.Tokenizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The best questions for each beginning of a title word that many of the best-rated questions share: those that contain it as
 * a whole word first, then answered ones, then by rating. A beginning with fewer than {@value Suggestions#MOST} of these
 * questions is rare, and the full-text index finds it quickly.
 */
@ApplicationScoped
class PrefixTable {

    /** How many of the best-rated questions are read. A prefix without a row has at most some hundred matches. */
    static final int MOST_QUESTIONS = 20_000;

    /** The longest prefix, in characters. */
    static final int LONGEST = 16;

    static final String BEST_RATED = """
            SELECT q.id, q.title, q.answer_count FROM (
              SELECT id, rating FROM question FORCE INDEX (question_visible_hot)
              WHERE hidden = 0 ORDER BY rating DESC, id DESC LIMIT :most
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
                .addScalar("answer_count", Integer.class)
                .setTupleTransformer((values, names) -> Title.of(new Row(values, names)))
                .setParameter("most", MOST_QUESTIONS)
                .list();
        best.forEach(question -> collector.add(question.id, question.title, question.answered));
        hibernate.createNativeMutationQuery("DELETE FROM search_prefix").executeUpdate();
        List<Map.Entry<String, List<Long>>> full = collector.full();
        for (int i = 0; i < full.size(); i += ROWS_A_STATEMENT) {
            insert(full.subList(i, Math.min(full.size(), i + ROWS_A_STATEMENT)));
        }
        return full.size();
    }

    private record Title(long id, String title, boolean answered) {

        static Title of(Row row) {
            return new Title(row.id("id"), row.text("title"), row.number("answer_count") > 0);
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

        /** The questions of one prefix: whole words and beginnings, each answered and unanswered. */
        private static final class Best {

            private static final int LISTS = 4;

            private final List<List<Long>> lists = Stream.generate(() -> (List<Long>) new ArrayList<Long>(2))
                    .limit(LISTS)
                    .toList();

            void add(long id, boolean whole, boolean answered, int wanted) {
                List<Long> ids = lists.get((whole ? 0 : 2) + (answered ? 0 : 1));
                if (ids.size() < wanted && lists.stream().noneMatch(list -> list.contains(id))) {
                    ids.add(id);
                }
            }

            List<Long> first(int wanted) {
                return lists.stream().flatMap(List::stream).limit(wanted).toList();
            }
        }

        private final Map<String, Best> byPrefix = new HashMap<>();
        private final int wanted;

        Collector(int wanted) {
            this.wanted = wanted;
        }

        /** Adds the next best question. */
        void add(long id, String title, boolean answered) {
            List<String> words = Tokenizer.tokens(title).stream()
                    .map(Token::term)
                    .filter(term -> !StopWords.ALL.contains(term))
                    .distinct()
                    .toList();
            words.stream()
                    .filter(word -> word.codePointCount(0, word.length()) <= LONGEST)
                    .forEach(word -> add(id, word, true, answered));
            for (String word : words) {
                int[] letters = word.codePoints().limit(LONGEST + 1).toArray();
                for (int length = 1; length < letters.length; length++) {
                    add(id, new String(letters, 0, length), false, answered);
                }
            }
        }

        private void add(long id, String prefix, boolean whole, boolean answered) {
            byPrefix.computeIfAbsent(prefix, p -> new Best()).add(id, whole, answered, wanted);
        }

        /** The prefixes that have the wanted number of questions. */
        List<Map.Entry<String, List<Long>>> full() {
            return byPrefix.entrySet().stream()
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue().first(wanted)))
                    .filter(entry -> entry.getValue().size() == wanted)
                    .toList();
        }
    }
}
