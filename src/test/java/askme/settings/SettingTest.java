package askme.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @ParameterizedTest
    @CsvSource({
        "privilege.vote, -1, OUT_OF_BOUNDS",
        "privilege.vote, 1000001, OUT_OF_BOUNDS",
        "privilege.vote, ten, NO_NUMBER",
        "privilege.vote, 99999999999, NO_NUMBER",
        "privilege.vote, '', NO_NUMBER",
        "site.name, ' ', EMPTY",
        "site.name, 12345678901234567890123456789012345678901, TOO_LONG",
        "look.colour, red, NO_COLOUR",
        "look.colour, '#12345', NO_COLOUR",
        "join.who, friends, NOT_OFFERED",
        "join.domains, not a domain, NO_DOMAIN",
        "join.domains, localhost, NO_DOMAIN",
        "language.en, yes, NOT_OFFERED"
    })
    void wrongValueIsRefused(String name, String text, InvalidValue.Reason reason) {
        assertThatThrownBy(() -> setting(name).parse(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "privilege.vote, ' 15 ', 15",
        "site.name, 'Gardeners  ask', Gardeners ask",
        "look.colour, '#AABBCC', '#aabbcc'",
        "look.colour, '', ''",
        "join.domains, Example.ORG, example.org",
        "join.domains, пример.рф, xn--e1afmkfd.xn--p1ai"
    })
    void valueIsStoredWithoutWhatDoesNotMatter(String name, String text, String stored) throws InvalidValue {
        assertThat(setting(name).normalized(text)).isEqualTo(stored);
    }

    @Test
    void listHasOneEntryALine() throws InvalidValue {
        assertThat(SettingKeys.CLOSE_REASONS.parse(" Homework\r\n\n Homework\nPrice questions "))
                .containsExactly("Homework", "Price questions");
    }

    @Test
    void namesAreStableAndUnique() {
        List<String> names = SettingKeys.all().stream().map(Setting::name).collect(Collectors.toList());
        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+(\\.[a-z-]+)*") && name.length() <= 60);
    }

    @Test
    void everyDefaultIsAllowed() throws InvalidValue {
        for (Setting<?> setting : SettingKeys.all()) {
            assertThat(setting.normalized(Setting.format(setting.fallback())))
                    .isEqualTo(Setting.format(setting.fallback()));
        }
    }

    @Test
    void environmentGivesValues() {
        ConfiguredSettings configured = configured(Map.of(
                "askme.settings.privilege.tag-wiki", "42",
                "askme.settings.tags.reserved", "news,meta",
                "askme.settings.site.tagline.ru", "Спроси"));
        assertThat(configured.values())
                .containsEntry(SettingKeys.TAG_WIKI, 42)
                .containsEntry(SettingKeys.RESERVED_TAGS, List.of("news", "meta"))
                .containsEntry(SettingKeys.TAGLINE, new Texts(Map.of("ru", "Спроси")))
                .hasSize(3);
        assertThat(configured.source(SettingKeys.TAG_WIKI)).contains("ASKME_SETTINGS_PRIVILEGE_TAG_WIKI");
        assertThat(configured.source(SettingKeys.NAME)).isEmpty();
    }

    @Test
    void wrongValueOfTheEnvironmentIsNamed() {
        assertThatThrownBy(() -> configured(Map.of("askme.settings.close.votes", "many")))
                .hasMessageContaining("ASKME_SETTINGS_CLOSE_VOTES")
                .hasMessageContaining("many");
    }

    private static ConfiguredSettings configured(Map<String, String> values) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        return new ConfiguredSettings(config);
    }

    private static Setting<?> setting(String name) {
        return SettingKeys.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
