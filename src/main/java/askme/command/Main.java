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

/** Starts the site or, with arguments, runs one command and exits. */
@QuarkusMain(name = "askme")
public final class Main {

    private static final String NO_PAGES = "quarkus.http.host-enabled";

    /** Quarkus answers malformed URLs with an empty page; {@code askme.web.http.MalformedUrlFilter} answers with an error page. */
    private static final String NO_URL_CHECK = "vertx.disableURIValidation";

    /**
     * A command uses the beans of the site, but serves no pages, runs no jobs and schedules nothing. Its log is for the person
     * at the terminal, so it is short and no JSON.
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

    /** Starts a build for developers. It only prints a warning if two Redis keys name the same database. */
    public static void develop(String... args) {
        start(true, args);
    }

    private static void start(boolean development, String... args) {
        System.setProperty(NO_URL_CHECK, "true");
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        startError(config, args.length > 0, development).ifPresent(Main::refuse);
        if (args.length > 0) {
            ONLY_THE_COMMAND.forEach(System::setProperty);
        } else if (!StartChecks.isWeb(config)) {
            System.setProperty(NO_PAGES, "false");
        }
        Quarkus.run(Site.class, args);
    }

    /** The error that keeps the site or a command from starting; empty if it can start. */
    static Optional<String> startError(Config config, boolean command, boolean development) {
        List<String> missing = RequiredKeys.missing(config);
        if (!missing.isEmpty()) {
            return Optional.of(RequiredKeys.message(missing));
        }
        Optional<String> roles = command ? Optional.empty() : StartChecks.rolesError(config);
        Optional<String> redis = StartChecks.sharedRedisError(config);
        if (development) {
            redis.ifPresent(System.err::println);
            return roles;
        }
        return roles.or(() -> redis);
    }

    private static void refuse(String error) {
        System.err.println(error);
        System.exit(1);
    }

    /** Runs after the CDI container has started. */
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
