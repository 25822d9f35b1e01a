package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.CommentTable;
import askme.importing.content.RowFault;

/** The comments. Their text is inline Markdown in the dump too. */
final class CommentStage extends DumpStage<CommentTable.Row> {

    CommentStage(Dump dump, CommentTable table) {
        super("comments", KnownFields.COMMENTS, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        int post = dump.post(row);
        if (row.id("Id") < 1) {
            throw new RowFault("Id of a comment on post " + post + " is below 1");
        }
        return true;
    }

    @Override
    protected CommentTable.Row convert(DumpRow row) throws RowFault {
        String body = dump.noted(row, ImportText.comment(row.text("Text")));
        if (body.isEmpty()) {
            throw new RowFault("Text is missing");
        }
        return new CommentTable.Row(
                row,
                row.id("Id"),
                row.id("PostId"),
                dump.author(row, "UserId", "UserDisplayName"),
                0,
                body,
                Math.max(0, row.number("Score", 0)),
                row.moment("CreationDate"));
    }
}
