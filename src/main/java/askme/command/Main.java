package askme.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The start of every build: the site, or with arguments one command and out. */
@QuarkusMain(name = "askme")
public final class Main {

    private static final String NO_PAGES = "quarkus.http.host-enabled";

    /** Quarkus' own answer to a malformed address is empty; askme.web.MalformedAddress has a page. */
    private static final String NO_ADDRESS_CHECK = "vertx.disableURIValidation";

    /**
     * A command shares the site's beans but none of its work: no page is served, no job taken, nothing scheduled. What it
     * says is for the person who typed it, not for whatever reads the site's log.
     */
    private static final Map<String, String> ONLY_THE_COMMAND = Map.of(
            "quarkus.banner.enabled",
            "false",
            "quarkus.log.category.\"io.quarkus\".level",
            "WARN",
            "quarkus.log.category.\"org.flywaydb\".level",
            "ERROR",
            "quarkus.log.category.\"org.flywaydb.core.internal.command.DbMigrate\".level",
            "WARN",
            "quarkus.log.console.json.enabled",
            "false",
            "quarkus.log.console.format",
            "%s%e%n",
            NO_PAGES,
            "false",
            "quarkus.management.port",
            "0",
            "quarkus.scheduler.enabled",
            "false",
            "askme.roles",
            "");

    public static void main(String... args) {
        start(false, args);
    }

    /** The start of a build for developers, in which a Redis database for two duties is only told. */
    public static void develop(String... args) {
        start(true, args);
    }

    private static void start(boolean developing, String... args) {
        System.setProperty(NO_ADDRESS_CHECK, "true");
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        fault(config, args.length > 0, developing).ifPresent(Main::refuse);
        if (args.length > 0) {
            ONLY_THE_COMMAND.forEach(System::setProperty);
        } else if (!StartChecks.web(config)) {
            System.setProperty(NO_PAGES, "false");
        }
        Quarkus.run(Site.class, args);
    }

    /** What keeps the site, or a command of it, from starting. */
    static Optional<String> fault(Config config, boolean command, boolean developing) {
        List<String> missing = RequiredKeys.missing(config);
        if (!missing.isEmpty()) {
            return Optional.of(RequiredKeys.message(missing));
        }
        Optional<String> roles = command ? Optional.empty() : StartChecks.rolesFault(config);
        Optional<String> redis = StartChecks.sharedRedis(config);
        if (developing) {
            redis.ifPresent(System.err::println);
            return roles;
        }
        return roles.or(() -> redis);
    }

    private static void refuse(String fault) {
        System.err.println(fault);
        System.exit(1);
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
