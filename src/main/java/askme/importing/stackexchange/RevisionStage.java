package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.RevisionTable;
import askme.importing.content.RowFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The history of posts that were edited. Rows with the same {@code RevisionGUID} are one revision. */
final class RevisionStage extends DumpStage<RevisionTable.Row> {

    RevisionStage(Dump dump, RevisionTable table) {
        super("revisions", KnownFields.HISTORY, dump, table);
    }

    @Override
    protected boolean accepts(DumpRow row) throws RowFault {
        return PostHistoryType.isText(row.number("PostHistoryTypeId"))
                && dump.survey().edited.get(row.id("PostId"));
    }

    @Override
    protected boolean mayEndBetween(DumpRow before, DumpRow after) {
        return !Objects.equals(before.text("RevisionGUID"), after.text("RevisionGUID"));
    }

    @Override
    protected List<RevisionTable.Row> convert(List<DumpRow> rows) {
        Map<String, List<DumpRow>> revisions = new LinkedHashMap<>();
        for (DumpRow row : rows) {
            String guid = row.has("RevisionGUID") ? row.text("RevisionGUID") : "line " + row.line();
            revisions
                    .computeIfAbsent(row.text("PostId") + " " + guid, key -> new ArrayList<>())
                    .add(row);
        }
        return revisions.values().parallelStream()
                .map(this::joined)
                .filter(Objects::nonNull)
                .toList();
    }

    private RevisionTable.Row joined(List<DumpRow> rows) {
        RevisionTable.Row joined = null;
        for (DumpRow row : rows) {
            try {
                joined = joined(joined, convert(row));
            } catch (RowFault e) {
                leaveOut(row, e.getMessage());
            }
        }
        return joined;
    }

    private static RevisionTable.Row joined(RevisionTable.Row before, RevisionTable.Row row) {
        return before == null
                ? row
                : new RevisionTable.Row(
                        row.row(),
                        row.post(),
                        row.editor(),
                        row.at(),
                        row.reason().isEmpty() ? before.reason() : row.reason(),
                        row.title() == null ? before.title() : row.title(),
                        row.tags() == null ? before.tags() : row.tags(),
                        row.body() == null ? before.body() : row.body());
    }

    @Override
    protected RevisionTable.Row convert(DumpRow row) throws RowFault {
        int type = row.number("PostHistoryTypeId");
        String text = row.text("Text");
        boolean title = PostHistoryType.TITLE.is(type);
        boolean body = PostHistoryType.BODY.is(type);
        boolean reason = PostHistoryType.isEdit(type) && row.has("Comment");
        return new RevisionTable.Row(
                row,
                row.id("PostId"),
                dump.member(row, "UserId"),
                row.moment("CreationDate"),
                reason
                        ? ImportText.line(row.text("Comment"), ImportText.LONGEST_REASON)
                                .value()
                        : "",
                title ? dump.noted(row, ImportText.line(text, ImportText.LONGEST_TITLE)) : null,
                title || body ? null : String.join(" ", ImportText.tags(text).names()),
                body ? dump.noted(row, ImportText.markdown(text)) : null);
    }
}
