package askme.settings;

import static org.assertj.core.api.Assertions.assertThat;

import askme.resilience.Parts;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The snapshot follows the database, and outlives it. */
class SettingsTest {

    private final Table table = new Table();
    private final Settings settings = new Settings(
            table,
            new ConfiguredSettings(new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(Map.of("askme.settings.close.votes", "7"), "test", 100))
                    .build()),
            new Parts(Clock.systemUTC()));

    private static final class Table extends SettingsQueries {

        private List<Stored> stored = List.of();
        private long version;
        private int reads;
        private boolean down;

        Table() {
            super(null);
        }

        void change(Stored... rows) {
            stored = List.of(rows);
            version++;
        }

        @Override
        long version() throws SQLException {
            if (down) {
                throw new SQLException("no connection");
            }
            return version;
        }

        @Override
        Rows read() throws SQLException {
            reads++;
            return new Rows(version(), stored);
        }
    }

    private static SettingsQueries.Stored row(String name, String language, String value) {
        return new SettingsQueries.Stored(name, language, value);
    }

    @Test
    void changeIsReadOnce() {
        AtomicInteger calls = new AtomicInteger();
        settings.listen(calls::incrementAndGet);
        table.change(row("site.name", "", "Gardeners"), row("site.tagline", "ru", "Растения"));
        settings.refresh();
        settings.refresh();

        assertThat(settings.get(SettingKeys.NAME)).isEqualTo("Gardeners");
        assertThat(settings.get(SettingKeys.TAGLINE).in("ru")).isEqualTo("Растения");
        assertThat(settings.get(SettingKeys.TAGLINE).in("en", "ru")).isEqualTo("Растения");
        assertThat(settings.get(SettingKeys.EDIT)).isEqualTo(500);
        assertThat(table.reads).isOne();
        assertThat(calls).hasValue(2);
    }

    @Test
    void lastSettingsOutliveTheDatabase() {
        table.change(row("privilege.edit", "", "12"));
        settings.refresh();
        table.down = true;
        settings.refresh();
        assertThat(settings.get(SettingKeys.EDIT)).isEqualTo(12);

        table.down = false;
        table.change();
        settings.refresh();
        assertThat(settings.get(SettingKeys.EDIT)).isEqualTo(500);
    }

    @Test
    void environmentWins() {
        table.change(row("close.votes", "", "2"));
        settings.refresh();
        assertThat(settings.get(SettingKeys.CLOSE_VOTES)).isEqualTo(7);
        assertThat(settings.source(SettingKeys.CLOSE_VOTES)).contains("ASKME_SETTINGS_CLOSE_VOTES");
    }

    @Test
    void rowsOfAnotherVersionOfTheProgramAreIgnored() {
        table.change(row("of.tomorrow", "", "x"), row("privilege.edit", "", "a lot"));
        settings.refresh();
        assertThat(settings.get(SettingKeys.EDIT)).isEqualTo(500);
    }
}
