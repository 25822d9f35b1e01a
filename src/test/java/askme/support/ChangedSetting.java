package askme.support;

import askme.settings.Setting;
import askme.settings.Settings;

/** A setting of the site that has another value until it is closed. */
public final class ChangedSetting implements AutoCloseable {

    private final String name;
    private final TestDatabase database;
    private final Settings settings;

    public ChangedSetting(Setting<?> setting, String value, TestDatabase database, Settings settings) {
        this.name = setting.name();
        this.database = database;
        this.settings = settings;
        database.change(
                "INSERT INTO setting (name, language, value, changed_by, changed_at) VALUES (?, '', ?, 0, UTC_TIMESTAMP(6))",
                name,
                value);
        apply();
    }

    @Override
    public void close() {
        database.change("DELETE FROM setting WHERE name = ?", name);
        apply();
    }

    private void apply() {
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }
}
