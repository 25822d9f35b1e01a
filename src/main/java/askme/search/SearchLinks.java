package askme.search;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URLs of the search. */
@TemplateExtension(namespace = "to", priority = 20)
final class SearchLinks {

    static final String SEARCH = "/search";
    static final String SUGGESTIONS = "/suggestions";
    static final String SIMILAR = "/similar";

    private SearchLinks() {}

    /** The page of results, which the form in the header opens. */
    static String search() {
        return SEARCH + "/";
    }

    /** The URL that scripts request while somebody types. */
    static String searchSuggestions() {
        return SEARCH + SUGGESTIONS;
    }

    /** The URL that scripts request while somebody writes a question's title. */
    static String similarQuestions() {
        return SEARCH + SIMILAR;
    }

    /** Results for {@code typed}, ordered by {@code sort}. */
    static String results(String typed, String sort) {
        String order = SearchService.NEWEST.equals(sort) ? "&sort=" + sort : "";
        return SEARCH + "/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + order;
    }
}
