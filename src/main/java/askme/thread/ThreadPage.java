package askme.thread;

import askme.answer.AnswerCard;
import askme.answer.AnswerForm;
import askme.member.MemberRef;
import askme.question.Question;
import askme.web.Errors;
import askme.web.Paginator;
import java.util.List;

/**
 * What the page of a question shows.
 *
 * @param myVote the reader's vote for the question: 1, -1, or 0
 * @param answers those of this page
 * @param mayAccept whether the reader asked the question
 * @param lastAnswerId the newest answer this page knows of: after a gap the browser asks for what is newer
 */
record ThreadPage(
        Question question,
        MemberRef author,
        int myVote,
        List<AnswerCard> answers,
        Paginator pages,
        boolean mayAccept,
        long lastAnswerId,
        AnswerForm form,
        Errors errors) {}
