package askme.export;

import askme.markdown.PictureAddress;
import askme.picture.storage.PictureStorage;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Writes the whole site into files. All tables are read in one transaction with one snapshot, in ranges of their keys, so it needs little
 * memory and the site may be in use.
 */
final class SiteExport {

    static final String MANIFEST = "site.json";
    static final String PICTURES = "pictures";
    static final String LINES = ".jsonl";
    static final int VERSION = 1;
    private static final int ROWS_A_QUERY = 1000;
    private static final String ICON = "([0-9a-f]{32})\\.png";
    private static final JsonFactory JSON = new JsonFactory();

    private static final String OF_TEXTS = "SELECT name FROM picture WHERE removed = 0";

    /** Pictures of deleted posts, drafts and held posts are not for everybody. */
    private static final String OF_VISIBLE_TEXTS = """
            SELECT p.name FROM picture p JOIN picture_use u ON u.picture = p.name
            WHERE p.removed = 0 AND (u.kind IN ('tag', 'profile')
              OR u.kind = 'question' AND EXISTS (SELECT 1 FROM question q WHERE q.id = u.text_id AND q.hidden = 0)
              OR u.kind = 'answer' AND EXISTS (SELECT 1 FROM answer a WHERE a.id = u.text_id AND a.hidden = 0))""";

    private static final List<String> OTHER_PICTURES = List.of(
            "SELECT avatar AS name FROM member WHERE avatar IS NOT NULL",
            "SELECT value AS name FROM setting WHERE name IN ('look.logo', 'look.icon')");

    private final DataSource database;
    private final PictureStorage pictures;
    private final boolean open;

    /** @param open without what only the members themselves and moderators see */
    SiteExport(DataSource database, PictureStorage pictures, boolean open) {
        this.database = database;
        this.pictures = pictures;
        this.open = open;
    }

    /** Returns the number of rows. */
    long write(Path folder) throws IOException, SQLException {
        PrivateFiles.folder(folder);
        long rows = 0;
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            session.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            session.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                for (ExportTable table : ExportTables.ALL) {
                    if (!open || table.visible() != null) {
                        rows += write(connection, table, folder);
                    }
                }
                writePictures(connection, folder);
            } finally {
                session.execute("ROLLBACK");
            }
        }
        try (OutputStream out = PrivateFiles.file(folder.resolve(MANIFEST))) {
            String text = "{\"format\":\"askme\",\"version\":%d,\"public\":%s}\n".formatted(VERSION, open);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return rows;
    }

    private long write(Connection connection, ExportTable table, Path folder) throws IOException, SQLException {
        long rows = 0;
        try (OutputStream out = PrivateFiles.file(folder.resolve(table.file() + LINES));
                JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            List<Object> last = List.of();
            int found;
            do {
                found = 0;
                try (PreparedStatement statement =
                        connection.prepareStatement(table.select(open, last.isEmpty(), ROWS_A_QUERY))) {
                    List<Object> values = last.isEmpty() ? List.of() : table.afterValues(last);
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            RowFormat.write(row, table.columns(open).size(), json);
                            json.writeRaw('\n');
                            last = key(row, table);
                            found++;
                        }
                    }
                }
                rows += found;
            } while (found == ROWS_A_QUERY);
        }
        return rows;
    }

    private static List<Object> key(ResultSet row, ExportTable table) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getObject(column));
        }
        return key;
    }

    private void writePictures(Connection connection, Path folder) throws IOException, SQLException {
        Path target = folder.resolve(PICTURES);
        PrivateFiles.folder(target);
        TreeSet<String> names = new TreeSet<>();
        List<String> queries = new ArrayList<>(OTHER_PICTURES);
        queries.add(open ? OF_VISIBLE_TEXTS : OF_TEXTS);
        for (String sql : queries) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    names.addAll(files(row.getString("name")));
                }
            }
        }
        for (String name : names) {
            Optional<Path> file = pictures.find(name);
            if (file.isPresent()) {
                try (OutputStream out = PrivateFiles.file(target.resolve(name))) {
                    Files.copy(file.get(), out);
                }
            }
        }
    }

    /** A picture of a text and an icon have a small one too. */
    private static List<String> files(String name) {
        Optional<PictureAddress> picture = PictureAddress.ofName(name);
        if (picture.isPresent()) {
            return picture.get().hasSmall() ? List.of(name, picture.get().smallName()) : List.of(name);
        }
        if (!name.matches("[0-9a-f]{32}(?:-\\d{1,3}x\\d{1,3})?\\.(?:png|jpg)")) {
            return List.of();
        }
        return name.matches(ICON) ? List.of(name, name.replaceFirst(ICON, "$1-180.png")) : List.of(name);
    }
}
