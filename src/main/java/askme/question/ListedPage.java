package askme.question;

import askme.web.page.KeyPaginator;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A page of a list that is paged by key.
 *
 * @param tag the tag that all of its questions have; empty for the whole site
 * @param about a sentence about the list, for search engines
 * @param none what the page says if it has no questions
 */
@TemplateData
public record ListedPage(
        Listing listing,
        String tag,
        String title,
        String about,
        String none,
        List<QuestionCard> questions,
        KeyPaginator pages) {

    /** The name of the current tab. */
    public String tab() {
        return listing.name().toLowerCase(java.util.Locale.ROOT);
    }
}
