package askme.admin;

import askme.settings.Setting;
import askme.settings.SettingKind;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A field of the page of settings.
 *
 * @param name the name of the form's field: that of the setting, with the language if the setting has a text in each
 * @param language two letters, or ""
 * @param value what is typed or stored
 * @param source the environment variable that gives the value, so that nobody can change it here; may be null
 * @param error may be null
 */
@TemplateData
public record SettingField(
        Setting<?> setting, String name, String language, String value, String source, String error) {

    /** The name of its texts: the label, and with {@code _hint} what it is for. */
    public String key() {
        return setting.name().replaceAll("[.-]", "_");
    }

    /** The kind of its field: {@code NUMBER}, {@code LIST}. */
    public String kind() {
        return setting.kind().name();
    }

    /** The name of its language in that language; "" without one. */
    public String languageName() {
        return language.isEmpty() ? "" : LanguageNames.of(language);
    }

    public boolean isOn() {
        return "true".equals(value);
    }

    public List<String> offered() {
        return setting.offered();
    }

    /** The most characters; 0 if it is no text. */
    public int limit() {
        return switch (setting.kind()) {
            case TEXT, TEXT_PER_LANGUAGE, MARKDOWN_PER_LANGUAGE -> setting.most();
            default -> 0;
        };
    }

    /** Whether the form has it: pictures have a separate form. */
    boolean isTyped() {
        return setting.kind() != SettingKind.PICTURE;
    }
}
