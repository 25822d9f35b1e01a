package askme.search;

import askme.markdown.Highlighter;
import askme.search.index.Field;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Finds questions by relevance. First come titles with all words, then titles with a word that begins with the last one, then
 * questions of the tag that was typed. Questions with the words anywhere follow, and those with the words in an answer. Each step is left out if those
 * before it found enough. One or two letters are a whole word, and the beginning of one only if nothing else is found.
 */
@ApplicationScoped
class RelevanceSearch {

    private static final int FIRST_WITH_ACCENTS = 0x80;

    private final SearchQueries queries;
    private final IndexState state;

    RelevanceSearch(SearchQueries queries, IndexState state) {
        this.queries = queries;
        this.state = state;
    }

    /** Runs {@code query}, which has words of the index. */
    SearchResults search(SearchQuery query, SearchFilter filter) {
        Found found = new Found();
        boolean prefix = query.index().prefixable();
        Supplier<List<SearchQueries.Match>> anywhere = () -> queries.results(query, Field.QUESTION, prefix, filter);
        if (queries.isRare(query)) {
            addRare(found, anywhere, query, filter);
        } else {
            addTitles(found, titlesOfIndex(query, filter), query, filter);
            found.add(() -> titlesFirst(anywhere.get(), query.marks()));
        }
        List<SearchQueries.Match> inAnswers = inAnswers(found, query, filter);
        if (found.ids.isEmpty() && inAnswers.isEmpty()) {
            found.add(() -> queries.results(query, Field.TITLE, true, filter));
        }
        return SearchResults.of(found.ids, inAnswers, found.cutShort);
    }

    /** If the index finds few questions, their titles show which of them have the words in the title. */
    private void addRare(
            Found found, Supplier<List<SearchQueries.Match>> anywhere, SearchQuery query, SearchFilter filter) {
        var matches = QueryTimeout.run(anywhere, List.<SearchQueries.Match>of());
        boolean all = !matches.cutShort() && matches.value().size() < SearchQueries.MOST_RESULTS;
        Titles titles = all
                ? whole -> matches.value().stream()
                        .filter(match -> query.index().isIn(match.title(), !whole))
                        .toList()
                : titlesOfIndex(query, filter);
        addTitles(found, titles, query, filter);
        found.add(() -> titlesFirst(matches.value(), query.marks()));
        found.cutShort |= matches.cutShort();
    }

    private void addTitles(Found found, Titles titles, SearchQuery query, SearchFilter filter) {
        found.add(() -> literalFirst(titles.with(true), query.plain()));
        if (query.index().prefixable()) {
            found.add(() -> titles.with(false));
        }
        if (found.wanted()) {
            found.ids.addAll(queries.namedTagResults(query, filter));
        }
    }

    private Titles titlesOfIndex(SearchQuery query, SearchFilter filter) {
        return whole -> queries.results(query, Field.TITLE, !whole, filter);
    }

    /** The questions with all words in the title, the last one whole or as a beginning. */
    @FunctionalInterface
    private interface Titles {
        List<SearchQueries.Match> with(boolean whole);
    }

    private List<SearchQueries.Match> inAnswers(Found found, SearchQuery query, SearchFilter filter) {
        if (!found.wanted() || !state.filled(IndexTable.ANSWERS)) {
            return List.of();
        }
        var matches = QueryTimeout.run(
                () -> queries.answerResults(query, filter, found.missing()), List.<SearchQueries.Match>of());
        found.cutShort |= matches.cutShort();
        return matches.value();
    }

    /** Questions with more of the words in the title come first; those with equally many keep their order. */
    static List<SearchQueries.Match> titlesFirst(List<SearchQueries.Match> bestFirst, Highlighter marks) {
        record Counted(SearchQueries.Match match, int titleWords) {}
        return bestFirst.stream()
                .map(match -> new Counted(match, marks.count(match.title())))
                .sorted(Comparator.comparingInt(Counted::titleWords).reversed())
                .map(Counted::match)
                .toList();
    }

    /** Among titles with the same words, those that spell them as typed come first: {@code dứa} differs from {@code dưa}. */
    static List<SearchQueries.Match> literalFirst(List<SearchQueries.Match> matches, String typed) {
        if (typed.codePoints().allMatch(character -> character < FIRST_WITH_ACCENTS)) {
            return matches;
        }
        String[] words = typed.toLowerCase(Locale.ROOT).split("\\s+");
        return matches.stream()
                .sorted(Comparator.comparingLong((SearchQueries.Match match) -> {
                            String title = match.title().toLowerCase(Locale.ROOT);
                            return Arrays.stream(words).filter(title::contains).count();
                        })
                        .reversed())
                .toList();
    }

    /** The questions of the steps so far. */
    private static final class Found {

        private final List<Long> ids = new ArrayList<>();
        private boolean cutShort;

        boolean wanted() {
            return !cutShort && missing() > 0;
        }

        int missing() {
            return SearchQueries.MOST_RESULTS - (int) ids.stream().distinct().count();
        }

        void add(Supplier<List<SearchQueries.Match>> step) {
            if (wanted()) {
                var outcome = QueryTimeout.run(step, List.<SearchQueries.Match>of());
                outcome.value().forEach(match -> ids.add(match.id()));
                cutShort |= outcome.cutShort();
            }
        }
    }
}
