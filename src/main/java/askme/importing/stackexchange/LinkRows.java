package askme.importing.stackexchange;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links between questions. A link of an answer would be found in its text, so the dump has only those of questions. */
final class LinkRows extends Stage {

    private static final int LINKED = 1;
    private static final int DUPLICATE = 3;

    /** Instead of the id of an answer, see {@code askme.search.related.LinkedQuestions}. */
    private static final int IMPORTED_LINK = -2;

    private static final int DUPLICATE_LINK = -1;

    private final List<Converted> converted = new ArrayList<>();

    LinkRows(Dump dump) {
        super("links", KnownFields.LINKS, dump);
    }

    private record Converted(long from, long to, int kind) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        int type = row.number("LinkTypeId");
        int from = row.id("PostId");
        int to = row.id("RelatedPostId");
        if (type != LINKED && type != DUPLICATE) {
            throw new DumpRow.Fault("LinkTypeId is " + type);
        }
        boolean questions = from > 0 && to > 0 && from != to && isVisible(from) && isVisible(to);
        if (!questions) {
            dump.report().note("links of answers and to posts that are not in the dump", 1);
        }
        return questions;
    }

    private boolean isVisible(int old) {
        return dump.survey().questions.get(old) && !dump.isDeleted(old);
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted.clear();
        for (DumpRow row : rows) {
            try {
                int from = row.id("PostId");
                int to = row.id("RelatedPostId");
                Survey.Closing closing = dump.survey().closings.get(from);
                boolean duplicate = closing != null && closing.of() != null && closing.of() == to;
                converted.add(new Converted(
                        dump.source().question(from),
                        dump.source().question(to),
                        duplicate ? DUPLICATE_LINK : IMPORTED_LINK));
            } catch (DumpRow.Fault e) {
                leaveOut(row, e.getMessage());
            }
        }
        dump.report().count("links between questions", converted.size());
    }

    @Override
    void write(Connection connection) throws SQLException {
        List<Long> ids = converted.stream()
                .flatMap(link -> Stream.of(link.from, link.to))
                .distinct()
                .toList();
        Set<Long> existing = AnswerRows.existing(connection, "question", ids);
        for (Converted link : converted.stream()
                .filter(one -> existing.contains(one.from) && existing.contains(one.to))
                .collect(Collectors.toSet())) {
            Jdbc.update(
                    connection,
                    "INSERT IGNORE INTO question_link (from_id, answer_id, to_id) VALUES (?, ?, ?)",
                    link.from,
                    link.kind,
                    link.to);
        }
    }
}
