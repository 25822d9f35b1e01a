package askme.search;

import askme.tag.Tag;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions for the drop-down while somebody types: first those with the words in the title, then those with the words in the
 * body. If the index does not know a tag's name ({@code c#}, {@code .net}), the questions of that tag are shown too. They come
 * after titles that contain the name as typed, and before titles that share a word with it.
 */
@ApplicationScoped
class Suggestions {

    /** The most questions in the drop-down of the header. */
    static final int MOST = 8;

    /** The most questions below the title of a new question. */
    static final int MOST_SIMILAR = 5;

    private static final TypeReference<List<Suggestion>> LIST = new TypeReference<>() {};

    private final SearchQueries queries;
    private final PrefixTable prefixes;
    private final SearchCache cache;

    Suggestions(SearchQueries queries, PrefixTable prefixes, SearchCache cache) {
        this.queries = queries;
        this.prefixes = prefixes;
        this.cache = cache;
    }

    /** At most {@link #MOST} questions for the typed text; fewer if a query runs out of time or the cache fails. */
    List<Suggestion> of(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        if (query.blank()) {
            return List.of();
        }
        Optional<Tag> tag = query.tagNamed().flatMap(Tag::named);
        List<Suggestion> common = common(query);
        List<Suggestion> found = tag.isEmpty() && !common.isEmpty()
                ? common
                : cache.getOrCompute("suggestions:" + query.key(), LIST, () -> find(query, tag, common));
        return found.stream().map(one -> one.marked(query.marks())).toList();
    }

    /** Questions that may ask the same as the title {@code typed}. */
    List<Suggestion> similarTo(String typed) {
        SearchQuery query = SearchQuery.words(typed);
        if (!query.indexed()) {
            return List.of();
        }
        return cache.getOrCompute("similar:" + query.anyWords(), LIST, () -> similar(query)).stream()
                .map(found -> found.marked(query.marks()))
                .toList();
    }

    /** The best titles for a common beginning of a word, read without a search; empty if it is not common. */
    private List<Suggestion> common(SearchQuery query) {
        List<Long> ids = prefixes.best(query.solePrefix());
        List<Suggestion> found = ids.isEmpty() ? List.of() : queries.chosen(ids);
        return found.size() < MOST ? List.of() : found;
    }

    private List<Suggestion> find(SearchQuery query, Optional<Tag> tag, List<Suggestion> common) {
        Optional<SearchFilter> filter = SearchFilter.of(query);
        if (filter.isEmpty()) {
            return List.of();
        }
        List<Suggestion> inTitle = common.isEmpty() ? inTitle(query, filter.get()) : common;
        List<Suggestion> found = new ArrayList<>();
        tag.ifPresent(named -> {
            fill(
                    found,
                    inTitle.stream().filter(hit -> hit.contains(query.plain())).toList());
            fill(found, queries.tagSuggestions(named.id, filter.get(), 2 * MOST));
        });
        fill(found, inTitle);
        if (query.indexed() && found.size() < MOST) {
            var more = QueryTimeout.run(
                    () -> queries.bodySuggestions(query, filter.get(), 2 * MOST), List.<Suggestion>of());
            fill(found, more.value());
        }
        return found;
    }

    /** Titles with the words; if the index has none of the words, titles that begin as typed. */
    private List<Suggestion> inTitle(SearchQuery query, SearchFilter filter) {
        if (!query.indexed()) {
            return query.plain().isEmpty() ? List.of() : queries.startSuggestions(query, filter, MOST);
        }
        return QueryTimeout.run(() -> queries.titleSuggestions(query, filter, MOST), List.<Suggestion>of())
                .value();
    }

    private List<Suggestion> similar(SearchQuery query) {
        return QueryTimeout.run(() -> queries.similar(query.anyWords(), MOST_SIMILAR), List.<Suggestion>of())
                .value();
    }

    /** Adds questions of {@code more} that are new, until {@link #MOST} are found. */
    private static void fill(List<Suggestion> found, List<Suggestion> more) {
        for (Suggestion one : more) {
            boolean present = found.stream().anyMatch(f -> f.id() == one.id());
            if (!present && found.size() < MOST) {
                found.add(one);
            }
        }
    }
}
