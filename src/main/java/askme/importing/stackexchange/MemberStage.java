package askme.importing.stackexchange;

import askme.importing.content.ImportRun;
import askme.importing.content.MemberTable;
import askme.importing.content.RowFault;

/** The members. The dump has neither addresses nor passwords. */
final class MemberStage extends DumpStage<MemberTable.Row> {

    MemberStage(Dump dump, MemberTable table) {
        super("members", KnownFields.USERS, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        if (row.id("Id") == ImportRun.NAMELESS) {
            throw new RowFault("Id is 0");
        }
        return true;
    }

    @Override
    protected MemberTable.Row convert(DumpRow row) throws RowFault {
        return new MemberTable.Row(
                row, row.id("Id"), row.text("DisplayName"), row.momentOrNull("CreationDate"), null, null, false);
    }
}
