package askme.search.related;

import askme.search.StopWords;
import askme.search.index.IndexTerm;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the questions that have most in common with one question: words of the title, then tags. */
final class RelatedRanking {

    /** The most related questions of one question. */
    static final int MOST = 5;

    private static final int FOR_A_WORD = 2;
    private static final int FOR_A_TAG = 1;

    /** One word of the title, or two tags. One tag alone says little. */
    private static final int LEAST = 2;

    private RelatedRanking() {}

    /**
     * The title's words and the tags of a question.
     *
     * @param words the words of its title that are not in most texts
     */
    record Compared(long id, Set<String> words, Set<String> tags, boolean answered) {

        static Compared of(long id, String title, List<String> tags, boolean answered) {
            Set<String> words = IndexTerm.of(title).stream()
                    .map(IndexTerm::words)
                    .flatMap(List::stream)
                    .filter(word -> !StopWords.ALL.contains(word))
                    .collect(Collectors.toUnmodifiableSet());
            return new Compared(id, words, Set.copyOf(tags), answered);
        }

        private int pointsWith(Compared other) {
            return FOR_A_WORD * common(words, other.words) + FOR_A_TAG * common(tags, other.tags);
        }

        private static int common(Set<String> some, Set<String> others) {
            Set<String> both = new HashSet<>(some);
            both.retainAll(others);
            return both.size();
        }
    }

    /** The ids of the best of {@code candidates}. Among equals answered questions are first, then the order is kept. */
    static List<Long> best(Compared question, List<Compared> candidates) {
        return candidates.stream()
                .filter(other -> other.id != question.id && other.pointsWith(question) >= LEAST)
                .sorted(Comparator.comparing((Compared other) -> other.pointsWith(question))
                        .thenComparing(Compared::answered)
                        .reversed())
                .map(Compared::id)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
