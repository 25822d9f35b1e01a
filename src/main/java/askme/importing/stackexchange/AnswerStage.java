package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.AnswerTable;
import askme.importing.content.RowFault;

/** The answers. */
final class AnswerStage extends DumpStage<AnswerTable.Row> {

    private static final int ANSWER = 2;

    AnswerStage(Dump dump, AnswerTable table) {
        super("answers", KnownFields.POSTS, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        if (row.number("PostTypeId", 0) != ANSWER) {
            return false;
        }
        int parent = row.id("ParentId");
        if (row.id("Id") < 1 || parent < 1 || !run.known().questions.get(parent)) {
            throw new RowFault("the dump does not have question " + parent);
        }
        return true;
    }

    @Override
    protected AnswerTable.Row convert(DumpRow row) throws RowFault {
        String body = dump.noted(row, ImportText.html(row.text("Body")));
        if (body.isEmpty()) {
            throw new RowFault("Body has no text");
        }
        return new AnswerTable.Row(
                row,
                row.id("Id"),
                row.id("ParentId"),
                dump.author(row, "OwnerUserId", "OwnerDisplayName"),
                body,
                row.moment("CreationDate"),
                row.number("Score", 0),
                dump.edit(row));
    }
}
