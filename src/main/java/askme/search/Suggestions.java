package askme.search;

import askme.markdown.Highlighter;
import askme.search.index.Field;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import askme.tag.Tag;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Questions for the drop-down while somebody types: titles with the whole words, titles with words that begin as typed, texts,
 * then answers. If the words do not find a tag's name ({@code c#}, {@code .net}, {@code R}), the questions of that tag are
 * shown too. They come after titles that contain the name as typed, and before titles that share a word with it.
 */
@ApplicationScoped
class Suggestions {

    /** The most questions in the drop-down of the header. */
    static final int MOST = 8;

    /** The most questions below the title of a new question. */
    static final int MOST_SIMILAR = 5;

    private static final TypeReference<List<Suggestion>> LIST = new TypeReference<>() {};

    private final SearchQueries queries;
    private final OldIndexQueries oldIndex;
    private final IndexState state;
    private final PrefixTable prefixes;
    private final SearchCache cache;

    Suggestions(
            SearchQueries queries,
            OldIndexQueries oldIndex,
            IndexState state,
            PrefixTable prefixes,
            SearchCache cache) {
        this.queries = queries;
        this.oldIndex = oldIndex;
        this.state = state;
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
        List<Suggestion> found = tag.isEmpty() && allWhole(common, query)
                ? common
                : cache.getOrCompute("suggestions:" + query.key(), LIST, () -> find(query, tag, common));
        Highlighter marks = query.marksWhileTyping();
        return found.stream().map(one -> one.marked(marks)).toList();
    }

    /** Questions that may ask the same as the title {@code typed}. */
    List<Suggestion> similarTo(String typed) {
        SearchQuery query = SearchQuery.words(typed);
        if (!query.indexed()) {
            return List.of();
        }
        return cache.getOrCompute("similar:" + query.key(), LIST, () -> similar(query)).stream()
                .limit(MOST_SIMILAR)
                .map(found -> found.marked(query.marks()))
                .toList();
    }

    /** The best titles for a common beginning of a word, read without a search; empty if it is not common. */
    private List<Suggestion> common(SearchQuery query) {
        List<Long> ids = prefixes.best(query.soleWord());
        List<Suggestion> found = ids.isEmpty() ? List.of() : queries.chosen(ids);
        return found.size() < MOST ? List.of() : found;
    }

    private static boolean allWhole(List<Suggestion> common, SearchQuery query) {
        Highlighter whole = new Highlighter(Set.of(query.soleWord()), "", List.of());
        return !common.isEmpty() && common.stream().allMatch(one -> whole.count(one.title()) > 0);
    }

    private List<Suggestion> find(SearchQuery query, Optional<Tag> tag, List<Suggestion> common) {
        Optional<SearchFilter> known = SearchFilter.of(query);
        if (known.isEmpty()) {
            return List.of();
        }
        SearchFilter filter = known.get();
        if (!state.filled(IndexTable.QUESTIONS)) {
            return inOldIndex(query, tag, filter);
        }
        List<Suggestion> inTitle = new ArrayList<>();
        if (query.indexed()) {
            fill(inTitle, () -> queries.suggestions(query, Field.TITLE, false, filter, MOST));
        }
        fill(inTitle, () -> common);
        if (query.indexed()) {
            fill(inTitle, () -> queries.suggestions(query, Field.TITLE, true, filter, MOST));
        } else if (!query.plain().isEmpty()) {
            fill(inTitle, () -> queries.startSuggestions(query, filter, MOST));
        }
        List<Suggestion> found = new ArrayList<>();
        tag.ifPresent(named -> addTagged(found, inTitle, named, query, filter));
        fill(found, () -> inTitle);
        if (query.indexed()) {
            boolean prefix = query.index().prefixable();
            fill(found, () -> queries.suggestions(query, Field.QUESTION, prefix, filter, MOST));
            if (state.filled(IndexTable.ANSWERS)) {
                fill(found, () -> queries.suggestions(query, Field.ANSWER, prefix, filter, MOST));
            }
        }
        return found;
    }

    private void addTagged(
            List<Suggestion> found, List<Suggestion> inTitle, Tag tag, SearchQuery query, SearchFilter filter) {
        fill(found, () -> inTitle.stream()
                .filter(hit -> hit.contains(query.plain()))
                .toList());
        fill(found, () -> queries.tagSuggestions(tag.id, query, filter, 2 * MOST));
    }

    private List<Suggestion> inOldIndex(SearchQuery query, Optional<Tag> tag, SearchFilter filter) {
        List<Suggestion> found = new ArrayList<>();
        tag.ifPresent(named -> addTagged(found, List.of(), named, query, filter));
        fill(found, () -> oldIndex.suggestions(query, filter));
        if (!query.plain().isEmpty()) {
            fill(found, () -> queries.startSuggestions(query, filter, MOST));
        }
        return found;
    }

    private List<Suggestion> similar(SearchQuery query) {
        boolean filled = state.filled(IndexTable.QUESTIONS);
        return QueryTimeout.run(
                        () -> filled ? queries.similar(query.index(), query, MOST_SIMILAR) : oldIndex.similar(query),
                        List.<Suggestion>of())
                .value();
    }

    /** Adds questions of {@code more} that are new, until {@link #MOST} are found. It is not asked for if they are. */
    private static void fill(List<Suggestion> found, Supplier<List<Suggestion>> more) {
        if (found.size() >= MOST) {
            return;
        }
        for (Suggestion one : QueryTimeout.run(more, List.<Suggestion>of()).value()) {
            boolean present = found.stream().anyMatch(f -> f.id() == one.id());
            if (!present && found.size() < MOST) {
                found.add(one);
            }
        }
    }
}
