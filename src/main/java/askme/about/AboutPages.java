package askme.about;

import askme.settings.Setting;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.settings.Texts;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages about the site that an administrator writes. A page without a text does not exist. */
@Singleton
@Unremovable // templates look it up
class AboutPages {

    private static final Map<String, Setting<Texts>> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("about", SettingKeys.ABOUT);
        PAGES.put("rules", SettingKeys.RULES);
        PAGES.put("privacy", SettingKeys.PRIVACY);
        PAGES.put("contact", SettingKeys.CONTACT);
    }

    private final Settings settings;

    AboutPages(Settings settings) {
        this.settings = settings;
    }

    /** The names of the pages with a text, in their order. */
    List<String> written() {
        return PAGES.keySet().stream()
                .filter(page -> find(page, "").isPresent())
                .toList();
    }

    /** The text of a page in {@code language}, otherwise in another language; empty if nobody wrote one. */
    Optional<String> find(String page, String language) {
        return Optional.ofNullable(PAGES.get(page))
                .map(setting -> settings.get(setting).in(language, settings.get(SettingKeys.DEFAULT_LANGUAGE)))
                .filter(text -> !text.isBlank());
    }
}
