package askme.export;

import askme.database.Jdbc;
import askme.database.MultiInsert;
import askme.importing.ImportEnd;
import askme.importing.ImportReport;
import askme.importing.PostIndex;
import askme.markdown.Excerpt;
import askme.picture.storage.PictureStorage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads an export into a site without members. Values that depend on other rows are computed again. */
final class SiteImport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_A_TRANSACTION = 1000;
    private static final int ROWS_A_STATEMENT = 50;
    private static final int IDS_A_BATCH = 500;
    private static final int EXCERPT_CHARACTERS = 240;

    private final DataSource database;
    private final PictureStorage pictures;
    private final Map<String, Long> tags = new HashMap<>();

    SiteImport(DataSource database, PictureStorage pictures) {
        this.database = database;
        this.pictures = pictures;
    }

    /** Why the export cannot be read into this site; null if it can. */
    String refusal(Path folder) throws IOException, SQLException {
        Path manifest = folder.resolve(SiteExport.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return "The folder has no " + SiteExport.MANIFEST + ": it is no export, or one that did not end.";
        }
        JsonNode site = JSON.readTree(manifest.toFile());
        if (site.path("version").asInt() != SiteExport.VERSION) {
            return "The export has version " + site.path("version").asText() + ", not " + SiteExport.VERSION + ".";
        }
        if (site.path("public").asBoolean()) {
            return "A public export has neither addresses nor votes, so no site can be made of it.";
        }
        boolean empty = new Jdbc(database)
                .query("SELECT id FROM member LIMIT 1", row -> row.getLong("id"))
                .isEmpty();
        return empty ? null : "This site has members. An export is read into an empty site only.";
    }

    void run(Path folder, boolean dry, ImportReport report) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            session.execute("SET SESSION foreign_key_checks = 0");
            connection.setAutoCommit(false);
            try {
                if (!dry) {
                    Jdbc.update(connection, "DELETE FROM setting");
                }
                for (ExportTable table : ExportTables.ALL) {
                    read(connection, table, folder, dry, report);
                }
                if (!dry) {
                    rebuild(connection);
                    copyPictures(folder.resolve(SiteExport.PICTURES));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                session.execute("SET SESSION foreign_key_checks = 1");
            }
        }
    }

    private void read(Connection connection, ExportTable table, Path folder, boolean dry, ImportReport report)
            throws IOException, SQLException {
        Path file = folder.resolve(table.file() + SiteExport.LINES);
        int[] types = types(connection, table);
        long number = 0;
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                rows.add(parse(line, file, number));
                if (rows.size() == ROWS_A_TRANSACTION) {
                    store(connection, table, types, rows, dry);
                }
            }
        }
        store(connection, table, types, rows, dry);
        report.count(table.file(), number);
    }

    private static JsonNode parse(String line, Path file, long number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IOException(file.getFileName() + " line " + number + " is no JSON", e);
        }
    }

    private static int[] types(Connection connection, ExportTable table) throws SQLException {
        String sql = "SELECT " + String.join(", ", table.stored()) + " FROM " + table.table() + " LIMIT 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData columns = statement.executeQuery().getMetaData();
            int[] types = new int[columns.getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = columns.getColumnType(i + 1);
            }
            return types;
        }
    }

    private void store(Connection connection, ExportTable table, int[] types, List<JsonNode> rows, boolean dry)
            throws SQLException {
        boolean questions = table.table().equals("question");
        String columns = String.join(", ", table.stored()) + (questions ? ", excerpt" : "");
        if (!dry && !rows.isEmpty()) {
            try (MultiInsert insert = new MultiInsert(connection, table.table(), columns, ROWS_A_STATEMENT)) {
                for (JsonNode row : rows) {
                    insert.add(values(table, types, row, questions));
                }
                insert.flush();
            }
            also(connection, table, rows);
            connection.commit();
        }
        rows.clear();
    }

    private static Object[] values(ExportTable table, int[] types, JsonNode row, boolean question) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            values.add(RowFormat.read(row.get(table.stored().get(i)), types[i]));
        }
        if (question) {
            values.add(Excerpt.of(row.path("body").asText(), EXCERPT_CHARACTERS));
        }
        return values.toArray();
    }

    private void also(Connection connection, ExportTable table, List<JsonNode> rows) throws SQLException {
        if (table.table().equals("tag")) {
            rows.forEach(
                    row -> tags.put(row.path("name").asText(), row.path("id").asLong()));
        } else if (table.table().equals("question")) {
            try (MultiInsert insert =
                    new MultiInsert(connection, "question_tag", "tag_id, question_id", ROWS_A_STATEMENT)) {
                for (JsonNode row : rows) {
                    for (long tag : tagsOf(row.path("tag_names").asText())) {
                        insert.add(tag, row.path("id").asLong());
                    }
                }
                insert.flush();
            }
        }
    }

    /** A deleted question may name a tag that does not exist any longer. */
    private Set<Long> tagsOf(String names) {
        Set<Long> ids = new HashSet<>();
        for (String name : names.split(" ")) {
            Long id = tags.get(name);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static void rebuild(Connection connection) throws SQLException {
        for (Rebuilding rebuilding : Rebuilding.ALL) {
            long from = 0;
            for (Long to = next(connection, rebuilding, from); to != null; to = next(connection, rebuilding, from)) {
                for (String sql : rebuilding.statements()) {
                    Jdbc.update(connection, sql, from, to);
                }
                if (rebuilding.table().equals("answer")) {
                    PostIndex.answers(connection, from, to);
                }
                connection.commit();
                from = to;
            }
        }
        list(connection);
        Jdbc.update(connection, "DELETE FROM badge_total");
        Jdbc.update(
                connection,
                "INSERT INTO badge_total (badge, members) SELECT badge, COUNT(*) FROM member_badge GROUP BY badge ORDER BY badge");
        ImportEnd.write(connection);
        connection.commit();
    }

    /** After the ratings of all answers are known. */
    private static void list(Connection connection) throws SQLException {
        Rebuilding questions = new Rebuilding("question", List.of());
        long from = 0;
        for (Long to = next(connection, questions, from); to != null; to = next(connection, questions, from)) {
            PostIndex.questions(connection, from, to);
            connection.commit();
            from = to;
        }
    }

    private static Long next(Connection connection, Rebuilding rebuilding, long from) throws SQLException {
        return Jdbc.query(
                        connection,
                        rebuilding.next(),
                        row -> row.getObject("id") == null ? null : row.getLong("id"),
                        from,
                        IDS_A_BATCH)
                .get(0);
    }

    private void copyPictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                pictures.save(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }
}
