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
import java.util.Optional;
import java.util.function.Consumer;

/** Deletes all posts of a member, each in a separate transaction. A job deletes a batch, and makes another job for the next one. */
@ApplicationScoped
@JobHandler(name = "sweep-posts", queue = Queues.DIGEST)
class SweepJob implements Handler<SweepPosts> {

    static final int BATCH = 50;

    static final String QUESTIONS =
            "SELECT id AS question_id, 0 AS answer_id FROM question FORCE INDEX (question_visible_of_author)"
                    + " WHERE author_id = ? AND hidden = 0 AND id > ? ORDER BY id LIMIT " + BATCH;

    static final String ANSWERS =
            "SELECT question_id, id AS answer_id FROM answer FORCE INDEX (answer_visible_of_author)"
                    + " WHERE author_id = ? AND hidden = 0 AND id > ? ORDER BY id LIMIT " + BATCH;

    static final String COMMENTS = "SELECT id FROM comment FORCE INDEX (comment_of_author)"
            + " WHERE author_id = ? AND id > ? ORDER BY id LIMIT " + BATCH;

    /** Its lock makes a sweep that is being undone wait for the post that is being deleted. */
    private static final String SWEEP =
            "SELECT member_id, by_id FROM post_sweep WHERE id = ? AND undone_at IS NULL FOR UPDATE";

    private static final String SWEPT =
            "INSERT IGNORE INTO swept_post (sweep_id, question_id, answer_id) VALUES (?, ?, ?)";

    private final Jdbc jdbc;
    private final QuestionDeletion questions;
    private final AnswerDeletion answers;
    private final CommentDeletion comments;
    private final Outbox outbox;

    SweepJob(
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

    private record Sweep(long member, long by) {}

    private record Post(long question, long answer) {}

    @Override
    public Class<SweepPosts> event() {
        return SweepPosts.class;
    }

    @Override
    public void handle(SweepPosts event, Job job) throws SQLException {
        Optional<Sweep> sweep = sweep(event.sweepId());
        if (sweep.isEmpty()) {
            return;
        }
        List<Post> posts = posts(QUESTIONS, sweep.get(), event.afterQuestion());
        if (posts.isEmpty()) {
            posts = posts(ANSWERS, sweep.get(), event.afterAnswer());
        }
        if (posts.isEmpty()) {
            deleteComments(event, sweep.get());
            return;
        }
        SweepPosts next = event;
        for (Post post : posts) {
            delete(event.sweepId(), running -> deleteLocked(event.sweepId(), running, post));
            next = post.answer == 0
                    ? new SweepPosts(event.sweepId(), post.question, 0, 0)
                    : new SweepPosts(event.sweepId(), event.afterQuestion(), post.answer, 0);
        }
        SweepPosts following = next;
        NewTransaction.run(() -> outbox.record(following));
    }

    private void deleteComments(SweepPosts event, Sweep sweep) throws SQLException {
        List<Long> ids = jdbc.query(COMMENTS, row -> row.getLong("id"), sweep.member, event.afterComment());
        for (long id : ids) {
            delete(event.sweepId(), running -> comments.sweep(id, event.sweepId(), running.by));
        }
        if (!ids.isEmpty()) {
            SweepPosts following = new SweepPosts(
                    event.sweepId(), event.afterQuestion(), event.afterAnswer(), ids.get(ids.size() - 1));
            NewTransaction.run(() -> outbox.record(following));
        }
    }

    private void delete(long sweepId, Consumer<Sweep> act) {
        try {
            NewTransaction.run(() -> {
                Optional<Sweep> sweep = sweep(sweepId);
                if (sweep.isPresent()) {
                    act.accept(sweep.get());
                }
            });
        } catch (NotFoundException deletedMeanwhile) {
            return;
        }
    }

    private void deleteLocked(long sweepId, Sweep sweep, Post post) {
        if (post.answer == 0) {
            questions.sweep(post.question, sweep.by);
        } else {
            answers.sweep(post.answer, post.question, sweep.by);
        }
        try {
            jdbc.update(SWEPT, sweepId, post.question, post.answer);
        } catch (SQLException e) {
            throw new IllegalStateException("a deleted post cannot be recorded", e);
        }
    }

    /** Empty if it was undone. */
    private Optional<Sweep> sweep(long id) {
        try {
            return jdbc.query(SWEEP, row -> new Sweep(row.getLong("member_id"), row.getLong("by_id")), id).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("a sweep cannot be read", e);
        }
    }

    private List<Post> posts(String sql, Sweep sweep, long after) throws SQLException {
        return jdbc.query(
                sql, row -> new Post(row.getLong("question_id"), row.getLong("answer_id")), sweep.member, after);
    }
}
