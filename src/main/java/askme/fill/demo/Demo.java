package askme.fill.demo;

import askme.command.DevFlag;
import askme.command.Production;
import askme.fill.SharedPassword;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes demo content, after {@code ./mvnw quarkus:dev -Ddemo} or the button on the empty home page in dev mode. Only an
 * empty database receives it, and never one in production.
 */
@ApplicationScoped
class Demo {

    private final DemoSite site;
    private final Production production;
    private final boolean enabled;

    Demo(DemoSite site, Production production) {
        this.site = site;
        this.production = production;
        this.enabled = DevFlag.on("demo");
    }

    void start(@Observes StartupEvent event) throws SQLException {
        if (enabled) {
            write();
        }
    }

    /** Returns whether it was written: false if the database has questions or is in production. */
    boolean write() throws SQLException {
        if (production.why().isPresent() || !site.isEmpty()) {
            return false;
        }
        List<String> members = site.write();
        Log.infof(
                "demo content written; sign in as %s with the password %s",
                String.join(", ", members), SharedPassword.KNOWN);
        return true;
    }
}
