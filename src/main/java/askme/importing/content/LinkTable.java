package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links between questions, by their numbers. */
public final class LinkTable extends ContentTable<LinkTable.Row> {

    /** Instead of the id of an answer, see {@code askme.search.related.LinkedQuestions}. */
    private static final int IMPORTED_LINK = -2;

    private static final int DUPLICATE_LINK = -1;

    /** A link. */
    public record Row(int from, int to) {}

    private record Link(long from, long to, int kind) {}

    public LinkTable(ImportRun run) {
        super(run, "links between questions");
    }

    /** Whether both posts are questions that readers can see. */
    public static boolean possible(ImportRun run, int from, int to) {
        return from > 0 && to > 0 && from != to && isVisible(run, from) && isVisible(run, to);
    }

    private static boolean isVisible(ImportRun run, int number) {
        return run.known().questions.get(number) && !run.isDeleted(number);
    }

    private Link link(Row row) {
        KnownRows.Closing closing = run.known().closings.get(row.from);
        boolean duplicate = closing != null && closing.of() != null && closing.of() == row.to;
        return new Link(
                run.source().question(row.from),
                run.source().question(row.to),
                duplicate ? DUPLICATE_LINK : IMPORTED_LINK);
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        Set<Link> links = rows.stream().map(this::link).collect(Collectors.toSet());
        List<Long> ids = links.stream()
                .flatMap(link -> Stream.of(link.from, link.to))
                .distinct()
                .toList();
        Set<Long> existing = AnswerTable.existing(connection, "question", ids);
        for (Link link : links) {
            if (existing.contains(link.from) && existing.contains(link.to)) {
                Jdbc.update(
                        connection,
                        "INSERT IGNORE INTO question_link (from_id, answer_id, to_id) VALUES (?, ?, ?)",
                        link.from,
                        link.kind,
                        link.to);
            }
        }
    }
}
