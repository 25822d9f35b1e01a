package askme.importing.apacheanswer;

import askme.importing.content.OldRow;
import askme.importing.content.RowFault;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** A row of a table. A missing value is a fault of this row alone. */
record TableRow(String table, Map<String, Object> values) implements OldRow {

    /** Answer writes a moment of the year 1 for "never". */
    private static final int FIRST_YEAR = 1971;

    long id() {
        return (Long) values.get("id");
    }

    @Override
    public String where() {
        return table + " " + id();
    }

    /** "" without a value. */
    String text(String column) {
        Object value = values.get(column);
        return value == null ? "" : value.toString();
    }

    /** 0 without a value. */
    long number(String column) {
        return values.get(column) instanceof Long number ? number : 0;
    }

    /** The number in the id of a post or comment. */
    int number() throws RowFault {
        return AnswerIds.number(id());
    }

    /** The number of a member; 0 for none. */
    int member(String column) {
        long id = number(column);
        return id < 0 || id > AnswerIds.GREATEST_NUMBER ? 0 : (int) id;
    }

    Instant moment(String column) throws RowFault {
        Instant moment = momentOrNull(column);
        if (moment == null) {
            throw new RowFault(column + " is missing");
        }
        return moment;
    }

    Instant momentOrNull(String column) {
        return values.get(column) instanceof LocalDateTime moment && moment.getYear() >= FIRST_YEAR
                ? moment.toInstant(ZoneOffset.UTC)
                : null;
    }
}
