package askme.settings;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings that the configuration or the environment gives. They win over the database. */
@Singleton
class ConfiguredSettings {

    private final Map<Setting<?>, String> texts = new HashMap<>();
    private final Map<Setting<?>, Object> values = new HashMap<>();

    ConfiguredSettings() {
        this(ConfigProvider.getConfig());
    }

    ConfiguredSettings(Config config) {
        for (Setting<?> setting : SettingKeys.all()) {
            if (setting.kind().isPerLanguage()) {
                Map<String, String> byLanguage = new HashMap<>();
                for (String language : SettingKeys.LANGUAGES) {
                    config.getOptionalValue(setting.key() + "." + language, String.class)
                            .ifPresent(text -> byLanguage.put(language, text));
                }
                if (!byLanguage.isEmpty()) {
                    texts.put(setting, String.join("\n", byLanguage.values()));
                    values.put(setting, new Texts(byLanguage));
                }
            } else {
                config.getOptionalValue(setting.key(), String.class).ifPresent(text -> put(setting, text));
            }
        }
    }

    private void put(Setting<?> setting, String text) {
        // An environment variable has one line; the entries of a list are separated by commas there.
        String lines = setting.kind() == SettingKind.LIST ? text.replace(',', '\n') : text;
        try {
            values.put(setting, setting.parse(lines));
            texts.put(setting, lines);
        } catch (InvalidValue e) {
            throw new IllegalStateException(
                    "%s (%s) may not be \"%s\": %s".formatted(variable(setting), setting.key(), text, e.reason()), e);
        }
    }

    /** All values, by their settings. */
    Map<Setting<?>, Object> values() {
        return values;
    }

    /** The environment variable that gives {@code setting}; empty if the database has it. */
    Optional<String> source(Setting<?> setting) {
        return values.containsKey(setting) ? Optional.of(variable(setting)) : Optional.empty();
    }

    private static String variable(Setting<?> setting) {
        return setting.key().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
