package askme.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Values of the database in JSON and back. A moment is in UTC with six digits, and a member without a value is missing. */
final class RowFormat {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private RowFormat() {}

    /** Writes the first {@code columns} of the row. */
    static void write(ResultSet row, int columns, JsonGenerator json) throws SQLException, IOException {
        ResultSetMetaData types = row.getMetaData();
        json.writeStartObject();
        for (int i = 1; i <= columns; i++) {
            if (row.getObject(i) == null) {
                continue;
            }
            String name = types.getColumnName(i);
            switch (types.getColumnType(i)) {
                case Types.BIT, Types.BOOLEAN -> json.writeBooleanField(name, row.getBoolean(i));
                case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                    json.writeNumberField(name, row.getLong(i));
                case Types.TIMESTAMP ->
                    json.writeStringField(name, MOMENT.format(row.getObject(i, LocalDateTime.class)));
                default -> json.writeStringField(name, row.getString(i));
            }
        }
        json.writeEndObject();
    }

    /** The value of a member for a column of this type; null if it is missing. */
    static Object read(JsonNode value, int type) {
        if (value == null || value.isNull()) {
            return null;
        }
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> value.asBoolean();
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> value.asLong();
            case Types.TIMESTAMP -> LocalDateTime.parse(value.asText(), MOMENT);
            default -> value.asText();
        };
    }
}
