package askme.importing.stackexchange;

import askme.importing.content.LinkTable;
import askme.importing.content.RowFault;

/** The links between questions. A link of an answer would be found in its text, so only those of questions are stored. */
final class LinkStage extends DumpStage<LinkTable.Row> {

    private static final int LINKED = 1;
    private static final int DUPLICATE = 3;

    LinkStage(Dump dump, LinkTable table) {
        super("links", KnownFields.LINKS, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        int type = row.number("LinkTypeId");
        if (type != LINKED && type != DUPLICATE) {
            throw new RowFault("LinkTypeId is " + type);
        }
        boolean possible = LinkTable.possible(run, row.id("PostId"), row.id("RelatedPostId"));
        if (!possible) {
            run.report().note("links of answers and to posts that are not in the dump", 1);
        }
        return possible;
    }

    @Override
    protected LinkTable.Row convert(DumpRow row) throws RowFault {
        return new LinkTable.Row(row.id("PostId"), row.id("RelatedPostId"));
    }
}
