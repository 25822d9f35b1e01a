package askme.importing.content;

import askme.database.Jdbc;
import askme.importing.ImportProgress;
import askme.importing.ImportSource;
import askme.importing.PostIndex;
import java.sql.Connection;
import java.sql.SQLException;

/** Computes counts, ratings, lists and the search index of the imported rows, in batches that continue after a crash. */
final class Settler {

    private static final int IDS_A_BATCH = 500;

    private final Connection connection;
    private final ImportSource source;
    private final KnownRows known;

    Settler(Connection connection, ImportSource source, KnownRows known) {
        this.connection = connection;
        this.source = source;
        this.known = known;
    }

    private interface Also {
        void on(long from, long to) throws SQLException;
    }

    void run() throws SQLException {
        long posts = known.lastPost();
        run(
                Settling.ANSWERS,
                source.answerBase(),
                source.answerBase() + posts,
                (from, to) -> PostIndex.answers(connection, from, to));
        run(
                Settling.QUESTIONS,
                source.questionBase(),
                source.questionBase() + posts,
                (from, to) -> PostIndex.questions(connection, from, to));
        run(Settling.MEMBERS, source.memberBase(), source.member(known.lastMember()), (from, to) -> {});
        run(Settling.TAGS, 0, Long.MAX_VALUE, (from, to) -> {});
    }

    private void run(Settling settling, long base, long last, Also also) throws SQLException {
        ImportProgress done = ImportProgress.of(connection, source, settling.name());
        long from = Math.max(base, done.position());
        while (!done.ended()) {
            Long to = Jdbc.query(
                            connection,
                            settling.next(),
                            row -> row.getObject("id") == null ? null : row.getLong("id"),
                            from,
                            last,
                            IDS_A_BATCH)
                    .get(0);
            if (to != null) {
                for (String sql : settling.statements()) {
                    Jdbc.update(connection, sql, from, to);
                }
                also.on(from, to);
                from = to;
            }
            done = new ImportProgress(from, to == null);
            ImportProgress.put(connection, source, settling.name(), done.position(), done.ended());
            connection.commit();
        }
    }
}
