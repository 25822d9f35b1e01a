package askme.waiting.form;

import askme.answer.Answer;
import askme.comment.CommentForm;
import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.Newcomers;
import askme.question.Question;
import askme.session.Rights;
import askme.waiting.PostOfPlace;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Posts comments that waited. */
@ApplicationScoped
class WaitingComments implements PostOfPlace {

    private static final String ON_QUESTION = "comment-q";
    private static final String ON_ANSWER = "comment-a";

    private final Comments comments;
    private final FormValidator check;
    private final Newcomers newcomers;
    private final HeldPosts held;

    WaitingComments(Comments comments, FormValidator check, Newcomers newcomers, HeldPosts held) {
        this.comments = comments;
        this.check = check;
        this.newcomers = newcomers;
        this.held = held;
    }

    @Override
    public boolean knows(DraftPlace place) {
        return place.isComment();
    }

    @Override
    public Optional<String> post(DraftPlace place, Map<String, String> fields, MemberRef author, Rights rights) {
        CommentedPost post = postOf(place);
        if (!rights.mayComment(Question.require(post.questionId()).authorId)) {
            return Optional.of(rights.missing(Privilege.COMMENT));
        }
        CommentForm form = new CommentForm(fields.get("text"));
        FormErrors errors = check.of(form);
        newcomers.checkComment(rights, form.text(), errors);
        if (!errors.any()
                && !held.holds(
                        HeldPosts.Typed.comment(post.questionId(), post.answerId(), form.text()),
                        rights,
                        () -> comments.requirePossible(post))) {
            comments.post(post, form, author);
        }
        return errors.fields().stream().findFirst().map(errors::of);
    }

    private static CommentedPost postOf(DraftPlace place) {
        if (place.idAfter(ON_QUESTION).isPresent()) {
            return CommentedPost.question(place.idAfter(ON_QUESTION).getAsLong());
        }
        long answer = place.idAfter(ON_ANSWER).orElseThrow();
        return CommentedPost.answer(Answer.questionOf(answer), answer);
    }
}
