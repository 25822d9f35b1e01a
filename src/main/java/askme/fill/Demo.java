package askme.fill;

import askme.command.DevFlag;
import askme.command.Production;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;

/**
 * Something to look at from the first minute: {@code ./mvnw quarkus:dev -Ddemo}, or the button on the empty home page of
 * dev mode. Only into an empty database, never in production.
 */
@ApplicationScoped
class Demo {

    private final DemoSite site;
    private final Production production;
    private final boolean asked;

    Demo(DemoSite site, Production production) {
        this.site = site;
        this.production = production;
        this.asked = DevFlag.on("demo");
    }

    void start(@Observes StartupEvent event) throws SQLException {
        if (asked) {
            write();
        }
    }

    /** Whether it was written: not where there are questions, and not in production. */
    boolean write() throws SQLException {
        if (production.why().isPresent() || !site.wanted()) {
            return false;
        }
        List<String> members = site.write();
        Log.infof(
                "demo content written; sign in as %s with the password %s",
                String.join(", ", members), SharedPassword.KNOWN);
        return true;
    }
}
