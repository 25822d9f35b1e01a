package askme.closing;

import askme.question.Question;
import askme.question.QuestionCard;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The page on which a question is closed or reopened.
 *
 * @param acts what the reader may do
 * @param needed the votes that close or reopen it
 * @param reasons those of the site itself
 * @param similar questions that it may be a duplicate of
 */
@TemplateData
record ClosePage(
        Question question,
        ClosingState state,
        Acts acts,
        int needed,
        List<String> reasons,
        List<QuestionCard> similar) {

    /**
     * The acts that the reader may do with the question.
     *
     * @param closes whether for any reason
     * @param alone whether without votes of others
     * @param asker whether the reader asked it
     * @param voted whether a vote of the reader waits
     * @param reopens whether by a vote or alone
     * @param missing why the reader may not vote; null if it is allowed
     */
    @TemplateData
    record Acts(boolean closes, boolean alone, boolean asker, boolean voted, boolean reopens, String missing) {}

    public boolean closed() {
        return state.closure() != null;
    }

    public int voteDays() {
        return ClosingState.VOTE_DAYS;
    }
}
