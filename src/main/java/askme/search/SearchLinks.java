package askme.search;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the search. */
@TemplateExtension(namespace = "to", priority = 20)
public final class SearchLinks {

    public static final String SEARCH = "/search";
    static final String SUGGESTIONS = "/suggestions";
    static final String SIMILAR = "/similar";

    private SearchLinks() {}

    /** The page of results, and where the form in the header leads. */
    static String search() {
        return SEARCH + "/";
    }

    /** What scripts ask while somebody types. */
    static String searchSuggestions() {
        return SEARCH + SUGGESTIONS;
    }

    /** What scripts ask while somebody writes a question's title. */
    static String similarQuestions() {
        return SEARCH + SIMILAR;
    }

    /** Results for {@code typed}, ordered by {@code sort}. */
    static String results(String typed, String sort) {
        String order = SearchResults.NEWEST.equals(sort) ? "&sort=" + sort : "";
        return SEARCH + "/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + order;
    }
}
