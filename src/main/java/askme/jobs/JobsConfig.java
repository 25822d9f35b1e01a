package askme.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The queue's settings; the defaults stand in {@code application.properties} too. */
@ConfigMapping(prefix = "askme")
public interface JobsConfig {

    /** What this process is; empty for a command. */
    Optional<Set<Roles.Role>> roles();

    /** The worker's settings. */
    Settings jobs();

    /** How a worker takes, repeats and gives up jobs. */
    interface Settings {

        /** Jobs done at once by one worker process. */
        @WithDefault("8")
        int threads();

        /** A worker that shows no sign of life for this long has lost its jobs to the others. */
        @WithDefault("5s")
        Duration lease();

        /** A handler that runs for longer is interrupted, which counts as a failure. */
        @WithDefault("5m")
        Duration maxRun();

        /** How long a worker that is told to stop lets running jobs finish before it gives them back. */
        @WithDefault("20s")
        Duration stopTimeout();

        /** How long a command of Redis may take before Redis counts as down. */
        @WithDefault("2s")
        Duration redisTimeout();

        /** The relay's care for rows whose jobs may have got lost. */
        Relay relay();

        /** Repetition after failures. */
        Retry retry();

        /** The dead letters' bounds. */
        Dead dead();
    }

    /** When the relay makes sure that Redis holds the job of an outbox row. */
    interface Relay {

        /** For the first time this long after the event was recorded; the writer pushes at once. */
        @WithDefault("2s")
        Duration first();

        /** And then this often until the job is done. */
        @WithDefault("30s")
        Duration again();
    }

    /** Exponential backoff with full jitter. */
    interface Retry {

        /** The upper bound of the first delay; each later one is twice as long. */
        @WithDefault("1s")
        Duration base();

        /** The upper bound of any delay. */
        @WithDefault("6h")
        Duration most();

        /** Failures after which a job is buried; with the other defaults that takes about a day and a half. */
        @WithDefault("25")
        int attempts();

        /** Workers that a job may lose (be running on when they die) before it counts as poison. */
        @WithDefault("3")
        int crashes();
    }

    /** Dead letters are kept for an operator to look at, not for ever. */
    interface Dead {

        /** The oldest beyond this number are dropped. */
        @WithDefault("10000")
        int most();

        /** Older ones are dropped. */
        @WithDefault("90d")
        Duration age();
    }
}
