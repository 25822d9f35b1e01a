package askme.search;

import askme.markdown.Highlighter;
import askme.question.QuestionCard;
import askme.web.page.Paginator;
import java.util.List;

/**
 * What the page of results shows.
 *
 * @param typed the query as typed, never null
 * @param sort {@link SearchResults#NEWEST} or "relevance"
 * @param asked whether anything was asked
 * @param total how many were found
 * @param more whether there may be more of them
 * @param cutShort whether the time limit ended the search
 */
record ResultsPage(
        String typed,
        String sort,
        boolean asked,
        int total,
        boolean more,
        boolean cutShort,
        List<QuestionCard> cards,
        Highlighter marks,
        Paginator pages) {}
