package askme.support;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real work of the database for a query: the plan that it chooses and the rows that it reads. */
@ApplicationScoped
public class QueryCosts {

    private static final Pattern PARAMETER = Pattern.compile("[:?]([a-z]+|\\d)");
    private final AgroalDataSource database;

    QueryCosts(AgroalDataSource database) {
        this.database = database;
    }

    /** One line of EXPLAIN. {@code key} is null if no index is used. */
    public record Step(String table, String type, String key, String extra) {}

    /**
     * The work of one query.
     *
     * @param returned rows of the result
     * @param read rows and index entries read from the storage engine
     * @param sorted rows that went through a sort
     */
    public record Cost(List<Step> plan, int returned, long read, long sorted) {

        /** The tables that are scanned completely, except derived tables, which hold one page. */
        public List<String> fullScans() {
            return plan.stream()
                    .filter(step -> "ALL".equals(step.type) && !step.table.startsWith("<"))
                    .map(Step::toString)
                    .toList();
        }
    }

    /** Runs {@code sql} with {@code :name} and {@code ?1} replaced by {@code parameters}. */
    public Cost of(String sql, Map<String, ?> parameters) {
        String literal = literal(sql, parameters);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<Step> plan = plan(statement, literal);
            Map<String, Long> before = handlers(statement);
            Map<String, Long> between = handlers(statement);
            int returned = 0;
            try (ResultSet rows = statement.executeQuery(literal)) {
                while (rows.next()) {
                    returned++;
                }
            }
            Map<String, Long> after = handlers(statement);
            return new Cost(
                    plan,
                    returned,
                    sum("Handler_read", before, between, after),
                    sum("Sort_rows", before, between, after));
        } catch (SQLException e) {
            throw new IllegalStateException(literal, e);
        }
    }

    /** Reading the counters also changes them. A second reading shows by how much. */
    private static long sum(
            String prefix, Map<String, Long> before, Map<String, Long> between, Map<String, Long> after) {
        return after.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .mapToLong(name -> after.get(name) - between.get(name) - (between.get(name) - before.get(name)))
                .sum();
    }

    private static List<Step> plan(Statement statement, String sql) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("EXPLAIN " + sql)) {
            while (row.next()) {
                String table = row.getString("table");
                steps.add(new Step(
                        table == null ? "<none>" : table,
                        row.getString("type"),
                        row.getString("key"),
                        row.getString("Extra")));
            }
        }
        return steps;
    }

    private static Map<String, Long> handlers(Statement statement) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        String sql = "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Sort_rows'";
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        }
        return values;
    }

    private static String literal(String sql, Map<String, ?> parameters) {
        Matcher names = PARAMETER.matcher(sql.replaceAll("\\{(\\w+)\\.\\*}", "$1.*"));
        StringBuilder text = new StringBuilder();
        while (names.find()) {
            Object value = parameters.get(names.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + names.group() + " in " + sql);
            }
            names.appendReplacement(text, value instanceof String s ? "'" + s + "'" : value.toString());
        }
        return names.appendTail(text).toString();
    }
}
