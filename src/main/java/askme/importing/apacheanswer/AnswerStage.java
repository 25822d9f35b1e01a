package askme.importing.apacheanswer;

import askme.importing.ImportText;
import askme.importing.content.AnswerTable;
import askme.importing.content.RowFault;

/** The answers. */
final class AnswerStage extends TableStage<AnswerTable.Row> {

    AnswerStage(Source source, AnswerTable target) {
        super(
                source,
                "answers",
                target,
                "answer",
                "t.status <> 11",
                "question_id",
                "user_id",
                "original_text",
                "created_at",
                "updated_at",
                "last_edit_user_id",
                "vote_count");
    }

    @Override
    protected AnswerTable.Row convert(TableRow row) throws RowFault {
        String body = run.noted(row, ImportText.own(row.text("original_text")));
        if (body.isEmpty()) {
            throw new RowFault("original_text has no text");
        }
        int question = AnswerIds.number(row.number("question_id"));
        if (!run.known().questions.get(question)) {
            throw new RowFault("the source does not have question " + row.number("question_id"));
        }
        return new AnswerTable.Row(
                row,
                row.number(),
                question,
                run.author(row.member("user_id"), row, "user " + row.number("user_id")),
                body,
                row.moment("created_at"),
                (int) row.number("vote_count"),
                edit(row));
    }
}
