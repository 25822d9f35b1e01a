package askme.settings;

import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The settings of the site. Reading one is a look at a map in memory: it needs no database and never waits. Each process compares its version
 * with the database's each second. While the database does not answer, the last settings stay.
 */
@Singleton
public class Settings {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Before other beans start, which may read settings. */
    private static final int FIRST = 10;

    private final SettingsQueries queries;
    private final ConfiguredSettings configured;
    private final OutageLog outage;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(body -> {
        Thread made = new Thread(body, "settings");
        made.setDaemon(true);
        return made;
    });
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot current = Snapshot.DEFAULTS;

    Settings(SettingsQueries queries, ConfiguredSettings configured, Parts parts) {
        this.queries = queries;
        this.configured = configured;
        this.outage = parts.use(Part.DATABASE, "settings");
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
        read();
        thread.scheduleWithFixedDelay(this::poll, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** The value of {@code setting}. */
    public <T> T get(Setting<T> setting) {
        return current.get(setting);
    }

    /** Whether guests may read nothing. */
    public boolean forMembersOnly() {
        return SettingKeys.MEMBERS.equals(get(SettingKeys.READERS));
    }

    /** Grows with each change. A result of an earlier version may be wrong. */
    public long version() {
        return current.version();
    }

    /** The environment variable that gives {@code setting} and so cannot be changed by an administrator; empty without one. */
    public Optional<String> source(Setting<?> setting) {
        return configured.source(setting);
    }

    /** Reads the settings now, so that the administrator who changed them sees the change in the next page. */
    public void refresh() {
        poll();
    }

    /** Calls {@code listener} now and after each change, on any thread. */
    public void listen(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    private synchronized void poll() {
        try {
            if (queries.version() != current.version()) {
                read();
            }
            outage.ends();
        } catch (SQLException e) {
            outage.begins(e);
        } catch (RuntimeException e) {
            Log.error("the settings could not be read", e);
        }
    }

    private synchronized void read() throws SQLException {
        SettingsQueries.Rows rows = queries.read();
        current = new Snapshot(rows.version(), values(rows));
        listeners.forEach(Runnable::run);
    }

    private Map<Setting<?>, Object> values(SettingsQueries.Rows rows) {
        Map<String, Setting<?>> byName = new HashMap<>();
        SettingKeys.all().forEach(setting -> byName.put(setting.name(), setting));
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<Setting<?>, Map<String, String>> texts = new HashMap<>();
        for (SettingsQueries.Stored row : rows.stored()) {
            Setting<?> setting = byName.get(row.name());
            if (setting == null) {
                continue; // a newer version of the program has stored it
            }
            if (setting.kind().isPerLanguage()) {
                texts.computeIfAbsent(setting, s -> new HashMap<>()).put(row.language(), row.value());
            } else {
                parse(setting, row.value()).ifPresent(value -> values.put(setting, value));
            }
        }
        texts.forEach((setting, byLanguage) -> values.put(setting, new Texts(byLanguage)));
        values.putAll(configured.values());
        return values;
    }

    private static Optional<Object> parse(Setting<?> setting, String stored) {
        try {
            return Optional.of(setting.parse(stored));
        } catch (InvalidValue e) {
            Log.warnf("setting %s has a value that this version does not allow: %s", setting.name(), e.reason());
            return Optional.empty();
        }
    }
}
