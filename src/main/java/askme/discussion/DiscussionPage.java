package askme.discussion;

import askme.answer.AnswerCard;
import askme.answer.AnswerForm;
import askme.answer.AnswerQueries;
import askme.member.MemberRef;
import askme.question.Question;
import askme.web.page.FormErrors;
import askme.web.page.Paginator;
import io.quarkus.qute.RawString;
import java.net.URI;
import java.util.List;

/**
 * What the page of a question shows.
 *
 * @param myVote the reader's vote for the question: 1, -1, or 0
 * @param answers those of this page
 * @param mayAccept whether the reader asked the question
 * @param lastAnswerId the newest answer this page knows of: after a gap the browser asks for what is newer
 * @param asOf when this was read, by the database's clock, in microseconds since 1970: older news is none
 * @param live where browsers connect for news
 * @param data what a search engine is told beside it, or null
 */
record DiscussionPage(
        Question question,
        MemberRef author,
        int myVote,
        List<AnswerCard> answers,
        Paginator pages,
        boolean mayAccept,
        long lastAnswerId,
        long asOf,
        URI live,
        RawString data,
        AnswerForm form,
        FormErrors errors) {

    /** The most answers on a page. */
    public int pageSize() {
        return AnswerQueries.PAGE_SIZE;
    }

    /** Stands in addresses for the id of an answer that has not arrived yet; the browser replaces it. No answer has it. */
    public long placeholderId() {
        return 0;
    }

    /** The pages as they will be when the first one has overflowed. */
    public Paginator onePageMore() {
        return new Paginator(pages.page(), pages.pages() + 1, pages.path());
    }
}
