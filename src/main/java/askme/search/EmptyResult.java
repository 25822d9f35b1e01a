package askme.search;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Reasons for an empty result.
 *
 * @param notSearched words that were not looked for
 * @param nothingToSearch whether the typed text has neither words nor filters, only signs
 * @param unknownTags tags that do not exist
 * @param unknownMember the nickname that no member has, or null
 */
@TemplateData
record EmptyResult(List<String> notSearched, boolean nothingToSearch, List<String> unknownTags, String unknownMember) {

    static EmptyResult of(SearchQuery query, List<String> notSearched) {
        return new EmptyResult(
                notSearched,
                !query.indexed() && !query.filtered(),
                SearchFilter.unknownTags(query),
                SearchFilter.unknownMember(query));
    }

    /** The words as the page names them. */
    public String words() {
        return String.join(", ", notSearched);
    }

    /** The tags as the page names them. */
    public String tags() {
        return String.join(", ", unknownTags);
    }
}
