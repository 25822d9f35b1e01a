package askme.review;

import askme.answer.AnswerDeletion;
import askme.comment.CommentDeletion;
import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import askme.question.QuestionDeletion;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.util.List;

/** Undeletes the posts of a sweep. A post that is not deleted any longer, or whose question is deleted, stays as it is. */
@ApplicationScoped
@JobHandler(name = "unsweep-posts", queue = Queues.DIGEST)
class UnsweepJob implements Handler<UnsweepPosts> {

    static final String SWEPT = "SELECT question_id, answer_id FROM swept_post WHERE sweep_id = ?"
            + " ORDER BY question_id, answer_id LIMIT " + SweepJob.BATCH;

    static final String COMMENTS = "SELECT comment_id FROM deleted_comment FORCE INDEX (deleted_comment_of_sweep)"
            + " WHERE sweep_id = ? ORDER BY comment_id LIMIT " + SweepJob.BATCH;

    private static final String FORGET =
            "DELETE FROM swept_post WHERE sweep_id = ? AND question_id = ? AND answer_id = ?";

    private final Jdbc jdbc;
    private final QuestionDeletion questions;
    private final AnswerDeletion answers;
    private final CommentDeletion comments;
    private final Outbox outbox;

    UnsweepJob(
            AgroalDataSource database,
            QuestionDeletion questions,
            AnswerDeletion answers,
            CommentDeletion comments,
            Outbox outbox) {
        this.comments = comments;
        this.jdbc = new Jdbc(database);
        this.questions = questions;
        this.answers = answers;
        this.outbox = outbox;
    }

    private record Post(long question, long answer) {}

    @Override
    public Class<UnsweepPosts> event() {
        return UnsweepPosts.class;
    }

    @Override
    public void handle(UnsweepPosts event, Job job) throws SQLException {
        List<Post> posts = jdbc.query(
                SWEPT, row -> new Post(row.getLong("question_id"), row.getLong("answer_id")), event.sweepId());
        for (Post post : posts) {
            try {
                NewTransaction.run(() -> undelete(event.sweepId(), post));
            } catch (NotFoundException changedMeanwhile) {
                forget(event.sweepId(), post);
            }
        }
        if (!posts.isEmpty() || undeleteComments(event.sweepId())) {
            NewTransaction.run(() -> outbox.record(event));
        }
    }

    /** After the posts, because a comment of a deleted post stays deleted. Returns whether there may be more. */
    private boolean undeleteComments(long sweep) throws SQLException {
        List<Long> ids = jdbc.query(COMMENTS, row -> row.getLong("comment_id"), sweep);
        for (long id : ids) {
            try {
                NewTransaction.run(() -> comments.unsweep(id));
            } catch (NotFoundException postIsDeleted) {
                jdbc.update("UPDATE deleted_comment SET sweep_id = 0 WHERE comment_id = ?", id);
            }
        }
        return !ids.isEmpty();
    }

    private void undelete(long sweep, Post post) {
        if (post.answer == 0) {
            questions.unsweep(post.question);
        } else {
            answers.unsweep(post.answer, post.question);
        }
        forget(sweep, post);
    }

    private void forget(long sweep, Post post) {
        try {
            jdbc.update(FORGET, sweep, post.question, post.answer);
        } catch (SQLException e) {
            throw new IllegalStateException("an undeleted post cannot be recorded", e);
        }
    }
}
