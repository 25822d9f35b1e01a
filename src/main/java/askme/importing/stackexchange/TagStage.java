package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.RowFault;
import askme.importing.content.TagTable;
import askme.tag.TagNames;

/** The texts of tags: one line, and a page. The dump has them as posts. */
final class TagStage extends DumpStage<TagTable.Row> {

    private static final int TAG_EXCERPT = 4;
    private static final int TAG_WIKI = 5;

    TagStage(Dump dump, TagTable table) {
        super("tags", KnownFields.POSTS, dump, table);
    }

    @Override
    protected boolean exists() {
        return super.exists() && !dump.survey().tagOfPost.isEmpty();
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        int type = row.number("PostTypeId", 0);
        if (type != TAG_EXCERPT && type != TAG_WIKI || !row.has("Body")) {
            return false;
        }
        String tag = dump.survey().tagOfPost.get(row.id("Id"));
        if (tag == null || !TagNames.valid(TagNames.canonical(tag))) {
            throw new RowFault(tag == null ? "no tag has this text" : tag + " is no tag here");
        }
        return true;
    }

    @Override
    protected TagTable.Row convert(DumpRow row) throws RowFault {
        boolean line = row.number("PostTypeId") == TAG_EXCERPT;
        String body = row.text("Body");
        return new TagTable.Row(
                TagNames.canonical(dump.survey().tagOfPost.get(row.id("Id"))),
                line ? dump.noted(row, ImportText.line(body, TagTable.LONGEST_LINE)) : "",
                line ? "" : dump.noted(row, ImportText.html(body)),
                dump.member(row, row.has("LastEditorUserId") ? "LastEditorUserId" : "OwnerUserId"),
                row.moment("CreationDate"),
                null);
    }
}
