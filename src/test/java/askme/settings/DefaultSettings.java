package askme.settings;

import askme.resilience.Parts;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;

/** Settings for tests without a database: each has its default. */
public final class DefaultSettings {

    private DefaultSettings() {}

    public static Settings make() {
        return new Settings(
                null, new ConfiguredSettings(new SmallRyeConfigBuilder().build()), new Parts(Clock.systemUTC()));
    }
}
