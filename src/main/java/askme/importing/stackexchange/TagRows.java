package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportText;
import askme.tag.TagNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The texts of tags: one line, and a page. A tag that the site has already keeps its own. */
final class TagRows extends Stage {

    private static final int TAG_EXCERPT = 4;
    private static final int TAG_WIKI = 5;
    private static final int LONGEST_LINE = 200;

    private final TagStore tags;
    private List<Converted> converted = new ArrayList<>();

    TagRows(Dump dump, TagStore tags) {
        super("tags", KnownFields.POSTS, dump);
        this.tags = tags;
    }

    /** @param line null for the text of the tag's page */
    private record Converted(String tag, String line, String body, long editor, Instant at) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        int type = row.number("PostTypeId", 0);
        if (type != TAG_EXCERPT && type != TAG_WIKI || !row.has("Body")) {
            return false;
        }
        String tag = dump.survey().tagOfPost.get(row.id("Id"));
        if (tag == null || !TagNames.valid(TagNames.canonical(tag))) {
            throw new DumpRow.Fault(tag == null ? "no tag has this text" : tag + " is no tag here");
        }
        return true;
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted = rows.stream().map(this::convert).filter(Objects::nonNull).toList();
        dump.report().count("texts of tags", converted.size());
    }

    private Converted convert(DumpRow row) {
        try {
            boolean line = row.number("PostTypeId") == TAG_EXCERPT;
            return new Converted(
                    TagNames.canonical(dump.survey().tagOfPost.get(row.id("Id"))),
                    line ? dump.noted(row, ImportText.line(row.text("Body"), LONGEST_LINE)) : null,
                    line ? null : dump.noted(row, ImportText.html(row.text("Body"))),
                    dump.member(row, row.has("LastEditorUserId") ? "LastEditorUserId" : "OwnerUserId"),
                    row.moment("CreationDate"));
        } catch (DumpRow.Fault e) {
            leaveOut(row, e.getMessage());
            return null;
        }
    }

    @Override
    void write(Connection connection) throws SQLException {
        var refs = tags.of(connection, converted.stream().map(Converted::tag).toList());
        for (Converted text : converted) {
            long id = refs.get(text.tag).id();
            if (text.line != null) {
                Jdbc.update(
                        connection, "UPDATE tag SET description = ? WHERE id = ? AND description = ''", text.line, id);
            } else if (!text.body.isEmpty()) {
                Jdbc.update(
                        connection,
                        "INSERT IGNORE INTO tag_wiki (tag_id, body, editor_id, edited_at) VALUES (?, ?, ?, ?)",
                        id,
                        text.body,
                        text.editor,
                        Jdbc.utc(text.at));
            }
        }
    }
}
