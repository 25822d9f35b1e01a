package askme.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the parts of the program wait for the database. */
@ConfigMapping(prefix = "askme.database")
public interface DatabaseConfig {

    /** How long all statements of one request may take together. After that the reader gets status 503. */
    @WithDefault("4s")
    Duration requestTimeout();

    /** How long the server executes one statement of a request. Shorter, so that the server gives up before we do. */
    @WithDefault("3s")
    Duration statementTimeout();

    /** How long one statement of a job may take. */
    @WithDefault("10s")
    Duration jobTimeout();

    /** How long one statement of a periodic task may take. */
    @WithDefault("1m")
    Duration taskTimeout();

    /** How long one statement of a command or of a migration may take. */
    @WithDefault("1h")
    Duration commandTimeout();
}
