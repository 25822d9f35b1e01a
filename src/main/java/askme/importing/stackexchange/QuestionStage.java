package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.QuestionTable;
import askme.importing.content.RowFault;

/** The questions. */
final class QuestionStage extends DumpStage<QuestionTable.Row> {

    private static final int QUESTION = 1;

    QuestionStage(Dump dump, QuestionTable table) {
        super("questions", KnownFields.POSTS, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        return row.number("PostTypeId", 0) == QUESTION && row.id("Id") > 0;
    }

    @Override
    protected QuestionTable.Row convert(DumpRow row) throws RowFault {
        String title = dump.noted(row, ImportText.line(row.text("Title"), ImportText.LONGEST_TITLE));
        String body = dump.noted(row, ImportText.html(row.text("Body")));
        if (title.isEmpty() || body.isEmpty()) {
            throw new RowFault(title.isEmpty() ? "Title is missing" : "Body has no text");
        }
        return new QuestionTable.Row(
                row,
                row.id("Id"),
                dump.author(row, "OwnerUserId", "OwnerDisplayName"),
                title,
                body,
                QuestionTable.excerpt(body),
                run.tags(row, ImportText.tags(row.text("Tags"))),
                row.moment("CreationDate"),
                row.number("Score", 0),
                row.number("ViewCount", 0),
                row.id("AcceptedAnswerId", 0),
                dump.edit(row));
    }
}
