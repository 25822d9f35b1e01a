package askme.importing.content;

import askme.database.Jdbc;
import askme.importing.content.KnownRows.Closing;
import askme.markdown.Excerpt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions, with their tags, their state, their views and their old ids. */
public final class QuestionTable extends ContentTable<QuestionTable.Row> {

    private static final int EXCERPT_CHARACTERS = 240;
    private static final int THOUSAND = 1000;

    /** The bits of the page version, see {@code V28__soft_deletion.sql} and {@code V38__closing.sql}. */
    private static final long HIDDEN = -(1L << 62);

    private static final long CLOSED = 1L << 56;
    private static final long DUPLICATE = 2L << 56;

    private static final String COLUMNS =
            "id, author_id, title, body, excerpt, tag_names, asked_at, rating, accepted_answer_id,"
                    + " edited_at, edited_by, version";

    private final TagStore tags;

    /**
     * A question. Members have their new ids.
     *
     * @param excerpt see {@link #excerpt}
     * @param tags valid names
     * @param accepted the number of the accepted answer; 0 for none
     */
    public record Row(
            OldRow row,
            int number,
            long author,
            String title,
            String body,
            String excerpt,
            List<String> tags,
            Instant askedAt,
            int rating,
            int views,
            int accepted,
            Edit edit) {}

    public QuestionTable(ImportRun run, TagStore tags) {
        super(run, "questions");
        this.tags = tags;
    }

    /** The beginning of a text, as lists show it. */
    public static String excerpt(String body) {
        return Excerpt.of(body, EXCERPT_CHARACTERS);
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        Set<String> names = new HashSet<>();
        rows.forEach(question -> names.addAll(question.tags));
        Map<String, TagStore.Ref> refs = tags.of(connection, names);
        List<Object[]> questions = new ArrayList<>();
        List<Object[]> links = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        List<Object[]> views = new ArrayList<>();
        for (Row question : rows) {
            long id = run.source().question(question.number);
            List<TagStore.Ref> own =
                    question.tags.stream().map(refs::get).distinct().toList();
            questions.add(values(question, id, own));
            olds.add(new Object[] {id, run.source().id(), run.ids().questions() + question.number, question.rating});
            if (question.views > 0) {
                views.add(new Object[] {id, question.views, question.views < THOUSAND ? null : Jdbc.utc(run.now())});
            }
            if (!run.isDeleted(question.number)) {
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
        Batch.insert(connection, "question_views", "question_id, views, thousand_at", Batch.ROWS_A_STATEMENT, views);
        writeStates(connection, rows);
    }

    private void writeStates(Connection connection, List<Row> rows) throws SQLException {
        List<Object[]> closed = new ArrayList<>();
        List<Object[]> deleted = new ArrayList<>();
        for (Row question : rows) {
            long id = run.source().question(question.number);
            if (run.known().closings.containsKey(question.number)) {
                closed.add(closing(id, run.known().closings.get(question.number)));
            }
            if (run.isDeleted(question.number)) {
                deleted.add(new Object[] {id, 0, question.author, Jdbc.utc(run.now()), question.author});
            }
        }
        Batch.insert(
                connection,
                "closed_question",
                "question_id, reason, own_reason, duplicate_of, closed_how, closed_at",
                Batch.ROWS_A_STATEMENT,
                closed);
        Batch.insert(connection, "deleted_post", AnswerTable.DELETED, Batch.ROWS_A_STATEMENT, deleted);
    }

    private Object[] values(Row question, long id, List<TagStore.Ref> own) {
        boolean acceptable = question.accepted > 0
                && run.known().answers.get(question.accepted)
                && !run.isDeleted(question.accepted)
                && !run.isDeleted(question.number);
        return new Object[] {
            id,
            question.author,
            question.title,
            question.body,
            question.excerpt,
            own.stream().map(TagStore.Ref::name).collect(Collectors.joining(" ")),
            Jdbc.utc(question.askedAt),
            question.rating,
            acceptable ? run.source().answer(question.accepted) : null,
            question.edit == null ? null : Jdbc.utc(question.edit.at()),
            question.edit == null ? null : question.edit.editor(),
            version(question.number)
        };
    }

    private long version(int number) {
        Closing closing = run.known().closings.get(number);
        long state = closing == null ? 0 : closing.of() == null ? CLOSED : DUPLICATE;
        return state + (run.isDeleted(number) ? HIDDEN : 0);
    }

    /** Votes closed it: so its author and members with the privilege may reopen it. */
    private Object[] closing(long id, Closing closing) {
        Long of = closing.of() == null ? null : run.source().question(closing.of());
        return new Object[] {id, closing.reason(), closing.own(), of, "votes", Jdbc.utc(closing.at())};
    }
}
