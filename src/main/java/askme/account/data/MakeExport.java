package askme.account.data;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.Member;
import askme.picture.UnpostedPictures;
import askme.picture.storage.PictureStorage;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the files of an export. A job that runs again writes the same files once more. */
@ApplicationScoped
@JobHandler(name = "make-export", queue = Queues.DIGEST)
class MakeExport implements Handler<ExportAsked> {

    /** About the memory that a job needs. */
    private static final int MOST_IN_FILE = 8 * 1024 * 1024;

    private final Jdbc jdbc;
    private final DataExports exports;
    private final UnpostedPictures pictures;
    private final PictureStorage storage;
    private final ObjectMapper mapper;

    MakeExport(
            AgroalDataSource database,
            DataExports exports,
            UnpostedPictures pictures,
            PictureStorage storage,
            ObjectMapper mapper) {
        this.jdbc = new Jdbc(database);
        this.exports = exports;
        this.pictures = pictures;
        this.storage = storage;
        this.mapper = mapper;
    }

    @Override
    public Class<ExportAsked> event() {
        return ExportAsked.class;
    }

    @Override
    public void handle(ExportAsked event, Job job) throws Exception {
        Optional<DataExport> found = exports.find(event.exportId());
        if (found.isEmpty() || found.get().readyAt() != null) {
            return;
        }
        DataExport export = found.get();
        ZipParts parts = new ZipParts(MOST_IN_FILE, (zip, number) -> exports.store(export, number, zip));
        for (ExportedTables.Table table : ExportedTables.ALL) {
            write(table, export.memberId(), parts);
        }
        Member member = NewTransaction.call(() -> Member.<Member>findById(export.memberId()));
        if (member.avatar != null) {
            picture("avatar/" + member.avatar, member.avatar, parts);
        }
        String last = "";
        for (List<String> names = pictures.of(member.id, last);
                !names.isEmpty();
                names = pictures.of(member.id, last)) {
            for (String name : names) {
                picture("pictures/" + name, name, parts);
            }
            last = names.get(names.size() - 1);
        }
        exports.ready(export, parts.finish());
    }

    /** Writes the rows of a table as JSON lines, in several files if they are many. */
    private void write(ExportedTables.Table table, long member, ZipParts parts) throws SQLException, IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int file = 1;
        long key = -1;
        List<Map<String, Object>> rows;
        do {
            rows = jdbc.query(table.sql(), MakeExport::row, member, key);
            for (Map<String, Object> row : rows) {
                key = ((Number) row.get("key")).longValue();
                lines.write(mapper.writeValueAsBytes(row));
                lines.write('\n');
            }
            if (lines.size() > MOST_IN_FILE / 2) {
                parts.add(table.name() + "-" + file++ + ".jsonl", lines.toByteArray());
                lines.reset();
            }
        } while (rows.size() == ExportedTables.ROWS);
        if (lines.size() > 0) {
            parts.add(table.name() + (file == 1 ? "" : "-" + file) + ".jsonl", lines.toByteArray());
        }
    }

    private void picture(String name, String stored, ZipParts parts) throws IOException {
        Optional<Path> file = storage.find(stored);
        if (file.isPresent()) {
            parts.add(name, Files.readAllBytes(file.get()));
        }
    }

    /** The columns by name. The key of a post is its id; other keys only order the rows. */
    private static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            values.put(columns.getColumnLabel(i), readable(value));
        }
        return values;
    }

    private static Object readable(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value instanceof LocalDateTime moment ? moment + "Z" : value;
    }
}
