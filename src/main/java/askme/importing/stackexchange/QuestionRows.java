package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportText;
import askme.markdown.Excerpt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions, with their tags, their state and their old ids. */
final class QuestionRows extends Stage {

    private static final int QUESTION = 1;
    private static final int EXCERPT_CHARACTERS = 240;

    /** The bits of the page version, see {@code V28__soft_deletion.sql} and {@code V38__closing.sql}. */
    private static final long HIDDEN = -(1L << 62);

    private static final long CLOSED = 1L << 56;
    private static final long DUPLICATE = 2L << 56;

    private static final String COLUMNS =
            "id, author_id, title, body, excerpt, tag_names, asked_at, rating, accepted_answer_id,"
                    + " edited_at, edited_by, version";

    private final TagStore tags;
    private List<Converted> converted = List.of();

    QuestionRows(Dump dump, TagStore tags) {
        super("questions", KnownFields.POSTS, dump);
        this.tags = tags;
    }

    private record Converted(
            int old,
            long author,
            String title,
            String body,
            String excerpt,
            List<String> tags,
            Instant askedAt,
            int rating,
            Integer accepted,
            Instant editedAt,
            Long editedBy) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        return row.number("PostTypeId", 0) == QUESTION && row.id("Id") > 0;
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted = rows.parallelStream()
                .map(this::convert)
                .filter(Objects::nonNull)
                .toList();
        dump.report().count("questions", converted.size());
    }

    private Converted convert(DumpRow row) {
        try {
            String title = dump.noted(row, ImportText.line(row.text("Title"), ImportText.LONGEST_TITLE));
            String body = dump.noted(row, ImportText.html(row.text("Body")));
            if (title.isEmpty() || body.isEmpty()) {
                throw new DumpRow.Fault(title.isEmpty() ? "Title is missing" : "Body has no text");
            }
            ImportText.Tags names = ImportText.tags(row.text("Tags"));
            names.left().forEach(tag -> dump.report().note("tags that were left out of a question", row.where(), tag));
            int accepted = row.id("AcceptedAnswerId", 0);
            Instant editedAt = row.momentOrNull("LastEditDate");
            return new Converted(
                    row.id("Id"),
                    dump.author(row, "OwnerUserId", "OwnerDisplayName"),
                    title,
                    body,
                    Excerpt.of(body, EXCERPT_CHARACTERS),
                    names.names(),
                    row.moment("CreationDate"),
                    row.number("Score", 0),
                    accepted > 0 && dump.survey().answers.get(accepted) && !dump.isDeleted(accepted) ? accepted : null,
                    editedAt,
                    editedAt == null ? null : dump.member(row, "LastEditorUserId"));
        } catch (DumpRow.Fault e) {
            leaveOut(row, e.getMessage());
            return null;
        }
    }

    @Override
    void write(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        converted.forEach(question -> names.addAll(question.tags));
        Map<String, TagStore.Ref> refs = tags.of(connection, names);
        List<Object[]> questions = new ArrayList<>();
        List<Object[]> links = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        List<Object[]> closed = new ArrayList<>();
        List<Object[]> deleted = new ArrayList<>();
        for (Converted question : converted) {
            long id = dump.source().question(question.old);
            List<TagStore.Ref> own =
                    question.tags.stream().map(refs::get).distinct().toList();
            questions.add(row(question, id, own));
            olds.add(new Object[] {id, dump.source().id(), question.old, question.rating});
            if (dump.survey().closings.containsKey(question.old)) {
                closed.add(closing(id, dump.survey().closings.get(question.old)));
            }
            if (dump.isDeleted(question.old)) {
                deleted.add(new Object[] {id, 0, question.author, Jdbc.utc(dump.now()), question.author});
            } else {
                own.forEach(tag -> links.add(new Object[] {tag.id(), id, question.rating}));
            }
        }
        Batch.insert(connection, "question", COLUMNS, Batch.TEXTS_A_STATEMENT, questions);
        Batch.insert(connection, "question_tag", "tag_id, question_id, rating", Batch.ROWS_A_STATEMENT, links);
        Batch.insert(
                connection,
                "imported_question",
                "question_id, source_id, old_id, imported_rating",
                Batch.ROWS_A_STATEMENT,
                olds);
        Batch.insert(
                connection,
                "closed_question",
                "question_id, reason, own_reason, duplicate_of, closed_how, closed_at",
                Batch.ROWS_A_STATEMENT,
                closed);
        Batch.insert(connection, "deleted_post", AnswerRows.DELETED, Batch.ROWS_A_STATEMENT, deleted);
    }

    private Object[] row(Converted question, long id, List<TagStore.Ref> own) {
        return new Object[] {
            id,
            question.author,
            question.title,
            question.body,
            question.excerpt,
            own.stream().map(TagStore.Ref::name).collect(Collectors.joining(" ")),
            Jdbc.utc(question.askedAt),
            question.rating,
            question.accepted == null || dump.isDeleted(question.old)
                    ? null
                    : dump.source().answer(question.accepted),
            question.editedAt == null ? null : Jdbc.utc(question.editedAt),
            question.editedBy,
            version(question.old)
        };
    }

    private long version(int old) {
        Survey.Closing closing = dump.survey().closings.get(old);
        long state = closing == null ? 0 : closing.of() == null ? CLOSED : DUPLICATE;
        return state + (dump.isDeleted(old) ? HIDDEN : 0);
    }

    /** Votes closed it: so its author and members with the privilege may reopen it. */
    private Object[] closing(long id, Survey.Closing closing) {
        Long of = closing.of() == null ? null : dump.source().question(closing.of());
        return new Object[] {id, closing.reason(), closing.own(), of, "votes", Jdbc.utc(closing.at())};
    }
}
