package askme.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows are exported, one JSON object a line.
 *
 * @param file the name of the file without its extension
 * @param key the columns of the primary key, in whose order the rows are
 * @param columns all exported columns, in the order of the JSON members
 * @param computed columns for readers; the import computes them itself
 * @param secret columns that a public export leaves out
 * @param only a condition for the rows of every export
 * @param visible a condition for the rows of a public export; null: the file is not public
 */
record ExportTable(
        String file,
        String table,
        List<String> key,
        List<String> columns,
        Set<String> computed,
        Set<String> secret,
        String only,
        String visible) {

    /** A condition that every row meets. */
    static final String ALL = "1 = 1";

    static ExportTable of(String file, String table, String key, String columns) {
        return new ExportTable(file, table, words(key), words(columns), Set.of(), Set.of(), ALL, null);
    }

    ExportTable computed(String names) {
        List<String> with = new ArrayList<>(columns);
        with.addAll(words(names));
        return new ExportTable(file, table, key, with, Set.copyOf(words(names)), secret, only, visible);
    }

    /** Makes the file public, with the rows that meet {@code condition} and without the columns {@code names}. */
    ExportTable open(String condition, String names) {
        return new ExportTable(file, table, key, columns, computed, Set.copyOf(words(names)), only, condition);
    }

    /** Leaves out the rows that do not meet {@code condition}. */
    ExportTable only(String condition) {
        return new ExportTable(file, table, key, columns, computed, secret, condition, visible);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[, ]+")).filter(word -> !word.isEmpty()).toList();
    }

    List<String> columns(boolean open) {
        return columns.stream()
                .filter(column -> !open || !secret.contains(column))
                .toList();
    }

    /** The columns that the import writes. */
    List<String> stored() {
        return columns.stream().filter(column -> !computed.contains(column)).toList();
    }

    /** The first rows, or those after a key. Each is a range of the primary key. */
    String select(boolean open, boolean first, int limit) {
        String condition = only + (open ? " AND (" + visible + ")" : "") + (first ? "" : " AND " + after());
        return "SELECT " + named(columns(open)) + keys(open) + " FROM " + table + " t FORCE INDEX (PRIMARY) WHERE "
                + condition + " ORDER BY " + named(key) + " LIMIT " + limit;
    }

    /** The key of a row is read too if its columns are not exported. */
    private String keys(boolean open) {
        return key.stream()
                .filter(column -> !columns(open).contains(column))
                .map(column -> ", t." + column)
                .collect(Collectors.joining());
    }

    private static String named(List<String> columns) {
        return columns.stream().map(column -> "t." + column).collect(Collectors.joining(", "));
    }

    /** {@code k1 >= ? AND (k1 > ? OR (k1 = ? AND (k2 > ? OR …)))}: the databases read the range of the first column only. */
    private String after() {
        String rest = "t." + key.get(key.size() - 1) + " > ?";
        for (int i = key.size() - 2; i >= 0; i--) {
            String column = "t." + key.get(i);
            rest = column + " > ? OR (" + column + " = ? AND (" + rest + "))";
        }
        return "t." + key.get(0) + " >= ? AND (" + rest + ")";
    }

    /** The values of the placeholders of {@link #after} for the last key. */
    List<Object> afterValues(List<Object> last) {
        List<Object> values = new ArrayList<>(List.of(last.get(0)));
        for (int i = 0; i < last.size(); i++) {
            values.add(last.get(i));
            if (i < last.size() - 1) {
                values.add(last.get(i));
            }
        }
        return values;
    }
}
