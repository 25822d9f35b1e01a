package askme.importing.apacheanswer;

import askme.importing.content.LinkTable;
import askme.importing.content.RowFault;

/** The links between questions. */
final class LinkStage extends TableStage<LinkTable.Row> {

    static final String TABLE = "question_link";
    private final boolean exists;

    /** @param exists an older version of Answer does not have the table */
    LinkStage(Source source, LinkTable target, boolean exists) {
        super(source, "links", target, TABLE, "t.status = 1", "from_question_id", "to_question_id");
        this.exists = exists;
    }

    @Override
    protected boolean exists() {
        return exists;
    }

    @Override
    protected boolean accepts(TableRow row) throws RowFault {
        LinkTable.Row link = convert(row);
        boolean possible = LinkTable.possible(run, link.from(), link.to());
        if (!possible) {
            run.report().note("links of posts that are deleted or missing", 1);
        }
        return possible;
    }

    @Override
    protected LinkTable.Row convert(TableRow row) throws RowFault {
        return new LinkTable.Row(
                AnswerIds.number(row.number("from_question_id")), AnswerIds.number(row.number("to_question_id")));
    }
}
