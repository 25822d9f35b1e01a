package askme.review;

import askme.answer.Answer;
import askme.answer.AnswerLinks;
import askme.answer.AnswerSuggestions;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.question.QuestionSuggestions;
import askme.revision.Content;
import askme.revision.RevisionKind;
import askme.revision.RevisionQueries;
import askme.session.Rights;
import askme.suggestion.SuggestedPost;
import askme.suggestion.Suggestion;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** The posts of suggested edits: a question or an answer. */
@ApplicationScoped
class SuggestedPosts {

    private final QuestionSuggestions questions;
    private final AnswerSuggestions answers;
    private final RevisionQueries revisions;

    SuggestedPosts(QuestionSuggestions questions, AnswerSuggestions answers, RevisionQueries revisions) {
        this.questions = questions;
        this.answers = answers;
        this.revisions = revisions;
    }

    /** The address at which readers see the post. */
    static String path(SuggestedPost post) {
        return post.isQuestion() ? QuestionLinks.question(post.questionId()) : AnswerLinks.answer(post.answerId());
    }

    /** The post as it is now. */
    SuggestedEditPage.Stored stored(SuggestedPost post) {
        if (post.isQuestion()) {
            Question question = Question.require(post.questionId());
            return new SuggestedEditPage.Stored(
                    path(post),
                    QuestionLinks.editQuestion(question.id),
                    question.content(),
                    EditVersion.of(question.editedAt));
        }
        Answer answer = Answer.require(post.answerId());
        return new SuggestedEditPage.Stored(
                path(post),
                AnswerLinks.editAnswer(answer.id),
                Content.ofAnswer(answer.body),
                EditVersion.of(answer.editedAt));
    }

    /** The content that the proposer saw; that of now if it is not among the last revisions. */
    Content base(Suggestion suggestion, SuggestedEditPage.Stored stored) {
        SuggestedPost post = suggestion.post();
        if (suggestion.version().equals(stored.version())) {
            return stored.content();
        }
        return (post.isQuestion()
                        ? revisions.base(RevisionKind.QUESTION, post.questionId(), suggestion.version())
                        : revisions.base(RevisionKind.ANSWER, post.answerId(), suggestion.version()))
                .orElse(stored.content());
    }

    /** See {@link QuestionSuggestions#take}. Returns the id of the proposer. */
    long take(Suggestion suggestion, TakeForm form, MemberRef reviewer, Rights rights) {
        SuggestedPost post = suggestion.post();
        Suggestion taken = post.isQuestion()
                ? questions.take(post.questionId(), suggestion.id(), form.version(), form.seen(), reviewer, rights)
                : answers.take(post, suggestion.id(), form.version(), form.seen(), reviewer, rights);
        return taken.proposer().id();
    }
}
