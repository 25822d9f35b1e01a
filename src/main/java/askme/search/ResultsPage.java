package askme.search;

import askme.markdown.Highlighter;
import askme.question.QuestionCard;
import askme.web.page.Paginator;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The content of the page of results.
 *
 * @param typed the query as typed, never null
 * @param sort {@link SearchService#NEWEST} or "relevance"
 * @param asked whether the reader typed anything
 * @param total how many questions were found
 * @param more whether more questions may match
 * @param cutShort whether the time limit ended the search
 * @param empty why nothing was found; null if something was
 */
@TemplateData
record ResultsPage(
        String typed,
        String sort,
        boolean asked,
        int total,
        boolean more,
        boolean cutShort,
        EmptyResult empty,
        List<QuestionCard> cards,
        Highlighter marks,
        Paginator pages) {}
