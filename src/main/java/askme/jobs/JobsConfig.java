package askme.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The settings of the job queue. The defaults are repeated in {@code application.properties}. */
@ConfigMapping(prefix = "askme")
public interface JobsConfig {

    /** The roles of this process; empty for a command. */
    Optional<Set<Roles.Role>> roles();

    /** The settings of the queue and its workers. */
    Settings jobs();

    /** How a worker claims and retries jobs, and when a job is dead. */
    interface Settings {

        /** The number of jobs that one worker process executes at the same time. */
        @WithDefault("8")
        int threads();

        /** The time after the last heartbeat after which other workers take over the jobs of a worker. */
        @WithDefault("5s")
        Duration lease();

        /** A handler that runs longer is interrupted. This counts as a failure. */
        @WithDefault("5m")
        Duration maxRun();

        /** How long a stopping worker waits for running jobs before it requeues them. */
        @WithDefault("20s")
        Duration stopTimeout();

        /** The time limit of a Redis command, after which Redis counts as down. */
        @WithDefault("2s")
        Duration redisTimeout();

        /** When the relay pushes the jobs of outbox rows. */
        Relay relay();

        /** Retries after failures. */
        Retry retry();

        /** The limits of the dead jobs. */
        Dead dead();
    }

    /** When the relay ensures that Redis holds the job of an outbox row. */
    interface Relay {

        /** The first check, counted from the recording of the event. The writer itself pushes at once. */
        @WithDefault("2s")
        Duration first();

        /** The time between later checks, until the job is done. */
        @WithDefault("30s")
        Duration again();
    }

    /** Exponential backoff with full jitter. */
    interface Retry {

        /** The upper bound of the first delay. The bound doubles with each failure. */
        @WithDefault("1s")
        Duration base();

        /** The upper bound of any delay. */
        @WithDefault("6h")
        Duration most();

        /** The number of failures after which a job is dead. With the other defaults that takes about a day and a half. */
        @WithDefault("25")
        int attempts();

        /** The number of workers that may die while they hold a job. After that the job is dead. */
        @WithDefault("3")
        int crashes();
    }

    /** Dead jobs are kept for the operator within these limits. */
    interface Dead {

        /** The maximum number; the oldest are deleted first. */
        @WithDefault("10000")
        int most();

        /** Older dead jobs are deleted. */
        @WithDefault("90d")
        Duration age();
    }
}
