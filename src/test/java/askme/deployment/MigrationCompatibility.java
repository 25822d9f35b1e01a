package askme.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the statements of a migration that may break the previous version, which still runs beside the new one.
 * Only these changes are known to be harmless; everything else is reported:
 * <ul>
 *   <li>a new table, without a foreign key that prevents deletes which the previous version does;
 *   <li>a new column that an INSERT may omit;
 *   <li>a new index that rejects no row;
 *   <li>how the server must work, so that it refuses what would lock the table;
 *   <li>rows: INSERT, and UPDATE of new columns.
 * </ul>
 */
final class MigrationCompatibility {

    private static final Pattern HARMLESS_INDEX = Pattern.compile("add (fulltext |spatial )?(key|index) .*");
    private static final Pattern ONLINE = Pattern.compile("algorithm=(instant|inplace)|lock=none");
    private static final Pattern NEW_COLUMN =
            Pattern.compile("add (column )?(?!constraint|unique|primary|foreign|check).*");
    private static final Pattern FILLED_BY_ITSELF = Pattern.compile(".* (default|auto_increment|generated|as \\().*");
    private static final Pattern HINDERS_DELETE =
            Pattern.compile("references (\\w+) ?\\([^)]*\\)(?! on delete (cascade|set null))");

    private MigrationCompatibility() {}

    /** The statements and clauses that may break the previous version, in lower case; empty if all are harmless. */
    static List<String> breaks(String migration) {
        List<String> found = new ArrayList<>();
        List<String> statements = statements(migration);
        Set<String> made = statements.stream()
                .filter(sql -> sql.startsWith("create table "))
                .map(sql -> sql.split("[ (]+")[2])
                .collect(Collectors.toSet());
        for (String sql : statements) {
            if (sql.startsWith("create table ")) {
                HINDERS_DELETE
                        .matcher(sql)
                        .results()
                        .filter(key -> !made.contains(key.group(1)))
                        .forEach(key -> found.add(key.group()));
            } else if (sql.startsWith("alter table ") && !made.contains(sql.split(" ")[2])) {
                clauses(sql.split(" ", 4)[3])
                        .filter(clause -> !harmless(clause))
                        .forEach(found::add);
            } else if (!sql.matches("(alter table|insert into|update|create (fulltext )?index) .*")) {
                found.add(sql);
            }
        }
        return found;
    }

    private static boolean harmless(String clause) {
        return HARMLESS_INDEX.matcher(clause).matches()
                || ONLINE.matcher(clause).matches()
                || NEW_COLUMN.matcher(clause).matches()
                        && (!clause.contains(" not null")
                                || FILLED_BY_ITSELF.matcher(clause).matches());
    }

    private static List<String> statements(String migration) {
        String sql = migration.replaceAll("(?m)(--|#).*$", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        return Stream.of(sql.split(";"))
                .map(statement -> statement
                        .strip()
                        .replaceAll("\\s+", " ")
                        .replace("`", "")
                        .toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The parts of ALTER TABLE, separated by commas outside of parentheses. */
    private static Stream<String> clauses(String list) {
        return Stream.of(list.split(",(?![^(]*\\))")).map(String::strip);
    }
}
