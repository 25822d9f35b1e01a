package askme.settings;

import java.util.Map;

/**
 * All settings at one moment. It never changes.
 *
 * @param version the version of the settings that it was read from
 * @param values the values that are not the defaults
 */
record Snapshot(long version, Map<Setting<?>, Object> values) {

    /** Before the settings were read. */
    static final Snapshot DEFAULTS = new Snapshot(-1, Map.of());

    Snapshot {
        values = Map.copyOf(values);
    }

    @SuppressWarnings("unchecked") // a value has the type of its setting, whose parser made it
    <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.fallback() : (T) value;
    }
}
