package askme.importing.stackexchange;

import askme.importing.content.ImportRun;
import askme.importing.content.RowFault;
import askme.importing.content.VoteTable;

/** The votes whose voters the dump names, as those of a company's own site does. */
final class VoteStage extends DumpStage<VoteTable.Row> {

    private static final int UP = 2;
    private static final int DOWN = 3;

    VoteStage(Dump dump, VoteTable table) {
        super("votes", KnownFields.VOTES, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        int type = row.number("VoteTypeId");
        if (type != UP && type != DOWN) {
            run.report().note("votes of other kinds: accepted, favourite, bounty, close, delete", 1);
            return false;
        }
        dump.post(row);
        if (!run.known().hasMember(row.id("UserId", ImportRun.NAMELESS))) {
            run.report().count("votes without voters, as part of ratings", 1);
            return false;
        }
        return true;
    }

    @Override
    protected VoteTable.Row convert(DumpRow row) throws RowFault {
        return new VoteTable.Row(
                row,
                false,
                row.id("PostId"),
                dump.member(row, "UserId"),
                row.number("VoteTypeId") == UP ? 1 : -1,
                row.moment("CreationDate"));
    }
}
