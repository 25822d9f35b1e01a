package askme.importing.apacheanswer;

import askme.importing.content.ContentTable;
import askme.importing.content.Edit;
import askme.importing.content.ImportRun;
import askme.importing.content.OldRows;
import askme.importing.content.RowFault;
import askme.importing.content.Stage;
import java.io.IOException;
import java.time.Instant;

/** A stage that reads a table of Answer. */
abstract class TableStage<C> extends Stage<TableRow, C> {

    final OldDatabase database;
    final Survey survey;
    private final String table;
    private final String condition;
    private final String[] columns;

    TableStage(Source source, String name, ContentTable<C> target, String table, String condition, String... columns) {
        super(name, source.run, target);
        this.database = source.database;
        this.survey = source.survey;
        this.table = table;
        this.condition = condition;
        this.columns = columns;
    }

    /** The objects that the stages share. */
    record Source(OldDatabase database, Survey survey, ImportRun run) {}

    @Override
    protected OldRows<TableRow> open() throws IOException {
        return database.rows(table, condition, columns);
    }

    /** The last edit of a post; null without one. */
    final Edit edit(TableRow row) {
        int editor = row.member("last_edit_user_id");
        Instant at = row.momentOrNull("updated_at");
        return editor == 0 || at == null ? null : new Edit(at, run.member(editor));
    }

    /** The number of the post that has this id. */
    final int post(long id) throws RowFault {
        int number = AnswerIds.number(id);
        if (!run.known().hasPost(number)) {
            throw new RowFault("the source does not have post " + id);
        }
        return number;
    }
}
