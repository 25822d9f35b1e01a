package askme.importing.stackexchange;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The votes whose voters the dump names, as those of a company's own site does. The score of a post has all votes: what is left of it is
 * stored as {@code imported_rating}.
 */
final class VoteRows extends Stage {

    private static final int UP = 2;
    private static final int DOWN = 3;
    private static final String INSERT =
            "INSERT IGNORE INTO %1$s_vote (%1$s_id, member_id, value, voted_at) VALUES (?, ?, ?, ?)";

    private final List<Converted> converted = new ArrayList<>();

    VoteRows(Dump dump) {
        super("votes", KnownFields.VOTES, dump);
    }

    private record Converted(DumpRow row, int post, long voter, int value, Instant votedAt) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        int type = row.number("VoteTypeId");
        int post = row.id("PostId");
        if (type != UP && type != DOWN) {
            dump.report().note("votes of other kinds: accepted, favourite, bounty, close, delete", 1);
            return false;
        }
        if (post < 1
                || !(dump.survey().questions.get(post) || dump.survey().answers.get(post))) {
            throw new DumpRow.Fault("the dump does not have post " + post);
        }
        if (!dump.survey().hasUser(row.id("UserId", Dump.NAMELESS))) {
            dump.report().count("votes without voters, as part of ratings", 1);
            return false;
        }
        return true;
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted.clear();
        for (DumpRow row : rows) {
            try {
                converted.add(new Converted(
                        row,
                        row.id("PostId"),
                        dump.member(row, "UserId"),
                        row.number("VoteTypeId") == UP ? 1 : -1,
                        row.moment("CreationDate")));
            } catch (DumpRow.Fault e) {
                leaveOut(row, e.getMessage());
            }
        }
        dump.report().count("votes of members", converted.size());
    }

    @Override
    void write(Connection connection) throws SQLException {
        PostsOfRows posts = PostsOfRows.of(
                connection, dump, converted.stream().map(Converted::post).toList());
        for (Converted vote : converted) {
            String why = write(connection, vote, posts.of(vote.post));
            if (why != null) {
                leaveOut(vote.row, why);
                dump.report().count("votes of members", -1);
            }
        }
    }

    /** Returns why the vote was left out; null if it was not. */
    private static String write(Connection connection, Converted vote, PostsOfRows.Post post) throws SQLException {
        if (post == null) {
            return "post " + vote.post + " was left out";
        }
        if (post.author() == vote.voter) {
            return "the voter is the author";
        }
        String sql = INSERT.formatted(post.isQuestion() ? "question" : "answer");
        long id = post.isQuestion() ? post.question() : post.answer();
        boolean added = Jdbc.update(connection, sql, id, vote.voter, vote.value, Jdbc.utc(vote.votedAt)) == 1;
        return added ? null : "the member has voted for this post already";
    }
}
