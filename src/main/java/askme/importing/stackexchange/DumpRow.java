package askme.importing.stackexchange;

import askme.importing.content.OldRow;
import askme.importing.content.RowFault;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A row of a file of the dump. A value that has the wrong form is a fault of this row alone. */
record DumpRow(String file, long line, Map<String, String> values) implements OldRow {

    /** Bits in memory say which ids exist, so one wrong id must not need all of it. The largest site has 150 million comments. */
    private static final int GREATEST_ID = 500_000_000;

    @Override
    public String where() {
        return file + " line " + line;
    }

    boolean has(String name) {
        String value = values.get(name);
        return value != null && !value.isEmpty();
    }

    /** The value; null without one. */
    String text(String name) {
        return values.get(name);
    }

    /** An id. Dumps count up from 1; the member -1 is the site itself. */
    int id(String name) throws RowFault {
        int id = number(name);
        if (id < -1 || id > GREATEST_ID) {
            throw new RowFault(name + " is " + id);
        }
        return id;
    }

    /** An id; {@code otherwise} without one. */
    int id(String name, int otherwise) throws RowFault {
        return has(name) ? id(name) : otherwise;
    }

    int number(String name) throws RowFault {
        String value = values.get(name);
        if (value == null) {
            throw new RowFault(name + " is missing");
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new RowFault(name + " is no number");
        }
    }

    int number(String name, int otherwise) throws RowFault {
        return has(name) ? number(name) : otherwise;
    }

    /** A moment in UTC, as in {@code 2010-07-19T19:12:12.510}. */
    Instant moment(String name) throws RowFault {
        String value = values.get(name);
        if (value == null) {
            throw new RowFault(name + " is missing");
        }
        try {
            String utc = value.strip().replaceFirst("Z$", "").replace(' ', 'T');
            return LocalDateTime.parse(utc).truncatedTo(ChronoUnit.MICROS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new RowFault(name + " is no date");
        }
    }

    /** A moment; null without one. */
    Instant momentOrNull(String name) throws RowFault {
        return has(name) ? moment(name) : null;
    }
}
