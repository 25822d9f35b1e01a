package askme.names;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The migrated schema as the database describes it, and the names in its rows. */
final class NamesOfDatabase {

    /** MariaDB shows a display width for an integer, but it is not a part of the type. */
    private static final String COLUMNS = """
            SELECT CONCAT(table_name, '.', column_name, ' ', REGEXP_REPLACE(column_type, 'int\\\\([0-9]+\\\\)', 'int'),
                          IF(is_nullable = 'YES', ' null', ''), IF(extra = 'auto_increment', ' auto_increment', ''),
                          IF(COALESCE(generation_expression, '') = '', '', ' generated'))
            FROM information_schema.columns WHERE table_schema = DATABASE()""";

    private static final String INDEXES = """
            SELECT CONCAT(table_name, ' ', index_name, IF(non_unique = 0, ' unique', ''),
                          IF(index_type = 'FULLTEXT', ' fulltext', ''), ' (',
                          GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', '), ')')
            FROM information_schema.statistics WHERE table_schema = DATABASE()
            GROUP BY table_name, index_name, non_unique, index_type""";

    private static final String FOREIGN_KEYS = """
            SELECT CONCAT(k.table_name, '.', k.column_name, ' ', k.constraint_name, ' -> ', k.referenced_table_name, '.',
                          k.referenced_column_name, ' on delete ', r.delete_rule)
            FROM information_schema.key_column_usage k
            JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.table_schema AND r.constraint_name = k.constraint_name
            WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL""";

    private static final String CHECKS = """
            SELECT CONCAT(table_name, ' ', constraint_name) FROM information_schema.table_constraints
            WHERE table_schema = DATABASE() AND constraint_type = 'CHECK'""";

    private static final String APPLIED =
            "SELECT CONCAT(script, ' ', checksum) FROM flyway_schema_history WHERE success AND checksum IS NOT NULL";

    private NamesOfDatabase() {}

    static void find(DataSource database, Names names) throws SQLException {
        names.addAll("database columns", ours(texts(database, COLUMNS)));
        names.addAll("database indexes", ours(texts(database, INDEXES)));
        names.addAll("database foreign keys", texts(database, FOREIGN_KEYS));
        names.addAll("database checks", texts(database, CHECKS));
        names.addAll("database checksums of flyway", texts(database, APPLIED));
        String section = "database rows";
        for (String query : List.of(
                "SELECT CONCAT('site_counter.name ', name) FROM site_counter",
                "SELECT DISTINCT CONCAT('page_anchor.list ', list) FROM page_anchor WHERE list NOT LIKE 'tag:%'")) {
            names.addAll(section, texts(database, query));
        }
    }

    private static List<String> ours(List<String> found) {
        return found.stream()
                .filter(name -> !name.startsWith("flyway_schema_history"))
                .collect(Collectors.toList());
    }

    static List<String> texts(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
