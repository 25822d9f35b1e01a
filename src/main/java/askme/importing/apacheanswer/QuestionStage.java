package askme.importing.apacheanswer;

import askme.importing.ImportText;
import askme.importing.content.QuestionTable;
import askme.importing.content.RowFault;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions. */
final class QuestionStage extends TableStage<QuestionTable.Row> {

    /** In the order in which they were added. */
    private static final String TAGS = "(SELECT GROUP_CONCAT(r.tag_id ORDER BY r.id) FROM tag_rel r"
            + " WHERE r.object_id = t.id AND r.status <> 10) AS tags";

    QuestionStage(Source source, QuestionTable target) {
        super(
                source,
                "questions",
                target,
                "question",
                "t.status <> 11",
                "user_id",
                "title",
                "original_text",
                "created_at",
                "updated_at",
                "last_edit_user_id",
                "vote_count",
                "view_count",
                "accepted_answer_id",
                TAGS);
    }

    @Override
    protected QuestionTable.Row convert(TableRow row) throws RowFault {
        String title = run.noted(row, ImportText.line(row.text("title"), ImportText.LONGEST_TITLE));
        String body = run.noted(row, ImportText.own(row.text("original_text")));
        if (title.isEmpty() || body.isEmpty()) {
            throw new RowFault(title.isEmpty() ? "title is missing" : "original_text has no text");
        }
        long accepted = row.number("accepted_answer_id");
        return new QuestionTable.Row(
                row,
                row.number(),
                run.author(row.member("user_id"), row, "user " + row.number("user_id")),
                title,
                body,
                QuestionTable.excerpt(body),
                run.tags(row, ImportText.tags(tags(row.text("tags")))),
                row.moment("created_at"),
                (int) row.number("vote_count"),
                (int) row.number("view_count"),
                accepted == 0 ? 0 : AnswerIds.number(accepted),
                edit(row));
    }

    /** The names of the tags with these ids. A deleted tag has none. */
    private String tags(String ids) {
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> survey.tags.get(Long.parseLong(id)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("|"));
    }
}
