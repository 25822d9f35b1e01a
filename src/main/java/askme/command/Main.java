package askme.command;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;

/** The start of every build: the site, or with arguments one command and out. */
@QuarkusMain(name = "askme")
public final class Main {

    /** A command shares the site's beans but none of its work: no page is served, no job taken, nothing scheduled. */
    private static final Map<String, String> ONLY_THE_COMMAND = Map.of(
            "quarkus.banner.enabled", "false",
            "quarkus.log.category.\"io.quarkus\".level", "WARN",
            "quarkus.http.host-enabled", "false",
            "quarkus.management.port", "0",
            "quarkus.scheduler.enabled", "false",
            "askme.roles", "");

    public static void main(String... args) {
        List<String> missing = RequiredKeys.missing(ConfigUtils.configBuilder().build());
        // The run that writes the class archive of the image ends before anything is connected to.
        if (!missing.isEmpty() && !ApplicationLifecycleManager.isAppCDSGeneration()) {
            System.err.println(RequiredKeys.message(missing));
            System.exit(1);
        }
        if (args.length > 0) {
            ONLY_THE_COMMAND.forEach(System::setProperty);
        }
        Quarkus.run(Site.class, args);
    }

    /** Runs inside the container. */
    public static final class Site implements QuarkusApplication {

        private final Instance<Command> commands;

        Site(@Any Instance<Command> commands) {
            this.commands = commands;
        }

        @Override
        public int run(String... args) {
            if (args.length > 0) {
                return new Commands(commands, System.err).run(List.of(args));
            }
            Quarkus.waitForExit();
            return 0;
        }
    }
}
