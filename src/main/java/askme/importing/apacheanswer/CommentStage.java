package askme.importing.apacheanswer;

import askme.importing.ImportText;
import askme.importing.content.CommentTable;
import askme.importing.content.RowFault;

/** The comments on questions and answers. */
final class CommentStage extends TableStage<CommentTable.Row> {

    CommentStage(Source source, CommentTable target) {
        super(
                source,
                "comments",
                target,
                "comment",
                "1 = 1",
                "status",
                "object_id",
                "user_id",
                "reply_user_id",
                "original_text",
                "vote_count",
                "created_at");
    }

    @Override
    protected boolean accepts(TableRow row) {
        return Survey.isShown(row);
    }

    @Override
    protected CommentTable.Row convert(TableRow row) throws RowFault {
        String body = run.noted(row, ImportText.comment(row.text("original_text")));
        if (body.isEmpty()) {
            throw new RowFault("original_text has no text");
        }
        int answered = row.member("reply_user_id");
        return new CommentTable.Row(
                row,
                row.number(),
                post(row.number("object_id")),
                run.author(row.member("user_id"), row, "user " + row.number("user_id")),
                run.known().hasMember(answered) ? run.member(answered) : 0,
                body,
                (int) Math.max(0, row.number("vote_count")),
                row.moment("created_at"));
    }
}
