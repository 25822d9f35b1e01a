package askme.webhook;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Statements on the tables of webhooks. They belong to the transaction of the caller, if there is one. */
@ApplicationScoped
class WebhookTable {

    private final AgroalDataSource database;
    private final Jdbc jdbc;

    WebhookTable(AgroalDataSource database) {
        this.database = database;
        this.jdbc = new Jdbc(database);
    }

    <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, Object... values) {
        try {
            return jdbc.query(sql, mapper, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    int update(String sql, Object... values) {
        try {
            return jdbc.update(sql, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    long insert(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            return Jdbc.insert(connection, sql, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the tables of webhooks cannot be used", e);
    }
}
