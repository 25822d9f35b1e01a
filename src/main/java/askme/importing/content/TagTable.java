package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The texts of tags: one line, and a page; and their synonyms. A tag that the site has already keeps its own. */
public final class TagTable extends ContentTable<TagTable.Row> {

    public static final int LONGEST_LINE = 200;

    private static final String LINE = "UPDATE tag SET description = ? WHERE id = ? AND description = ''";
    private static final String PAGE =
            "INSERT IGNORE INTO tag_wiki (tag_id, body, editor_id, edited_at) VALUES (?, ?, ?, ?)";
    private static final String SYNONYM = "INSERT IGNORE INTO tag_synonym (name, tag_id)"
            + " SELECT ?, ? FROM DUAL WHERE NOT EXISTS (SELECT t.id FROM tag t WHERE t.name = ?)";

    private final TagStore tags;

    /**
     * The texts of a tag.
     *
     * @param tag a valid name
     * @param line "" for none
     * @param page "" for none
     * @param editor the new id of a member
     * @param synonym another name of the tag; null for none
     */
    public record Row(String tag, String line, String page, long editor, Instant at, String synonym) {}

    public TagTable(ImportRun run, TagStore tags) {
        super(run, "texts and synonyms of tags");
        this.tags = tags;
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        Map<String, TagStore.Ref> refs =
                tags.of(connection, rows.stream().map(Row::tag).toList());
        for (Row row : rows) {
            long id = refs.get(row.tag).id();
            if (!row.line.isEmpty()) {
                Jdbc.update(connection, LINE, row.line, id);
            }
            if (!row.page.isEmpty()) {
                Jdbc.update(connection, PAGE, id, row.page, row.editor, Jdbc.utc(row.at));
            }
            if (row.synonym != null) {
                Jdbc.update(connection, SYNONYM, row.synonym, id, row.synonym);
            }
        }
    }
}
