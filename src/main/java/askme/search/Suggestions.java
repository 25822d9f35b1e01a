package askme.search;

import askme.tag.Tag;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a drop-down shows while somebody types: questions with it in the title first, then those with it in the body. A tag's
 * name that the index does not understand ({@code c#}, {@code .net}) finds the questions of the tag as well: after the titles that
 * hold the name as it was typed, before those that share a word with it.
 */
@ApplicationScoped
class Suggestions {

    /** Questions in the drop-down of the header. */
    static final int MOST = 8;

    /** Questions under the title of a new question. */
    static final int MOST_SIMILAR = 5;

    private static final TypeReference<List<Suggestion>> LIST = new TypeReference<>() {};

    private final SearchQueries feed;
    private final PrefixTable prefixes;
    private final SearchCache cache;

    Suggestions(SearchQueries feed, PrefixTable prefixes, SearchCache cache) {
        this.feed = feed;
        this.prefixes = prefixes;
        this.cache = cache;
    }

    /** At most {@link #MOST} questions for what was typed; whatever goes wrong, fewer. */
    List<Suggestion> of(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        if (query.blank()) {
            return List.of();
        }
        Optional<Tag> tag = query.tagNamed().flatMap(Tag::named);
        List<Suggestion> common = common(query);
        List<Suggestion> found = tag.isEmpty() && !common.isEmpty()
                ? common
                : cache.remembered("suggestions:" + query.key(), LIST, () -> find(query, tag, common));
        return found.stream().map(one -> one.marked(query.marks())).toList();
    }

    /** Questions that may already ask what the title {@code typed} asks. */
    List<Suggestion> similarTo(String typed) {
        SearchQuery query = SearchQuery.words(typed);
        if (!query.indexed()) {
            return List.of();
        }
        return cache.remembered("similar:" + query.wishes(), LIST, () -> similar(query)).stream()
                .map(found -> found.marked(query.marks()))
                .toList();
    }

    /** The best titles for a common beginning, which cost no search; empty where it is not common. */
    private List<Suggestion> common(SearchQuery query) {
        List<Long> ids = prefixes.best(query.solePrefix());
        List<Suggestion> found = ids.isEmpty() ? List.of() : feed.chosen(ids);
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
            fill(found, inTitle.stream().filter(hit -> hit.holds(query.plain())).toList());
            fill(found, feed.tagSuggestions(named.id, filter.get(), 2 * MOST));
        });
        fill(found, inTitle);
        if (query.indexed() && found.size() < MOST) {
            var more =
                    QueryTimeout.with(() -> feed.bodySuggestions(query, filter.get(), 2 * MOST), List.<Suggestion>of());
            fill(found, more.value());
        }
        return found;
    }

    /** Titles with the words; where none of them is in the index, those that begin as typed. */
    private List<Suggestion> inTitle(SearchQuery query, SearchFilter filter) {
        if (!query.indexed()) {
            return query.plain().isEmpty() ? List.of() : feed.startSuggestions(query, filter, MOST);
        }
        return QueryTimeout.with(() -> feed.titleSuggestions(query, filter, MOST), List.<Suggestion>of())
                .value();
    }

    private List<Suggestion> similar(SearchQuery query) {
        return QueryTimeout.with(() -> feed.similar(query.wishes(), MOST_SIMILAR), List.<Suggestion>of())
                .value();
    }

    private static void fill(List<Suggestion> found, List<Suggestion> more) {
        for (Suggestion one : more) {
            boolean there = found.stream().anyMatch(f -> f.id() == one.id());
            if (!there && found.size() < MOST) {
                found.add(one);
            }
        }
    }
}
