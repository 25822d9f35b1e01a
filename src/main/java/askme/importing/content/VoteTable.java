package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The votes whose voters are known. The rating of a post has all votes: what is left of it is stored as {@code imported_rating}, for
 * comments here and for posts at the end.
 */
public final class VoteTable extends ContentTable<VoteTable.Row> {

    private static final String INSERT =
            "INSERT IGNORE INTO %1$s_vote (%1$s_id, member_id, value, voted_at) VALUES (?, ?, ?, ?)";
    private static final String ON_COMMENT =
            "INSERT IGNORE INTO comment_vote (comment_id, member_id, voted_at) VALUES (?, ?, ?)";
    private static final String PART_OF_RATING =
            "UPDATE imported_comment SET imported_rating = imported_rating - 1 WHERE comment_id = ?";

    /**
     * A vote. The voter has the new id, and the post or comment has its number.
     *
     * @param value 1 or -1; 1 on a comment
     */
    public record Row(OldRow row, boolean onComment, int number, long voter, int value, Instant votedAt) {}

    public VoteTable(ImportRun run) {
        super(run, "votes of members");
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        PostsOfRows posts = PostsOfRows.of(
                connection,
                run,
                rows.stream().filter(vote -> !vote.onComment).map(Row::number).toList());
        Map<Long, Long> authors = authors(connection, rows);
        for (Row vote : rows) {
            String why =
                    vote.onComment ? write(connection, vote, authors) : write(connection, vote, posts.of(vote.number));
            if (why != null) {
                leaveOut(vote.row, why);
            }
        }
    }

    /** Returns why the vote was left out; null if it was not. */
    private static String write(Connection connection, Row vote, PostsOfRows.Post post) throws SQLException {
        if (post == null) {
            return "post " + vote.number + " was left out";
        }
        if (post.author() == vote.voter) {
            return "the voter is the author";
        }
        String sql = INSERT.formatted(post.isQuestion() ? "question" : "answer");
        long id = post.isQuestion() ? post.question() : post.answer();
        boolean added = Jdbc.update(connection, sql, id, vote.voter, vote.value, Jdbc.utc(vote.votedAt)) == 1;
        return added ? null : "the member has voted for this post already";
    }

    private String write(Connection connection, Row vote, Map<Long, Long> authors) throws SQLException {
        long comment = run.source().comment(vote.number);
        Long author = authors.get(comment);
        if (author == null || author == vote.voter) {
            return author == null ? "comment " + vote.number + " was left out" : "the voter is the author";
        }
        if (Jdbc.update(connection, ON_COMMENT, comment, vote.voter, Jdbc.utc(vote.votedAt)) == 0) {
            return "the member has voted for this comment already";
        }
        Jdbc.update(connection, PART_OF_RATING, comment);
        return null;
    }

    private Map<Long, Long> authors(Connection connection, List<Row> rows) throws SQLException {
        Object[] ids = rows.stream()
                .filter(Row::onComment)
                .map(vote -> run.source().comment(vote.number))
                .distinct()
                .toArray();
        Map<Long, Long> authors = new HashMap<>();
        if (ids.length > 0) {
            Jdbc.query(
                    connection,
                    "SELECT id, author_id FROM comment WHERE id IN (" + Jdbc.placeholders(ids.length) + ")",
                    row -> authors.put(row.getLong("id"), row.getLong("author_id")),
                    ids);
        }
        return authors;
    }
}
