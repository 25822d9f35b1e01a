package askme.admin;

import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.settings.InvalidValue;
import askme.settings.Section;
import askme.settings.Setting;
import askme.settings.SettingKeys;
import askme.settings.SettingKind;
import askme.settings.Settings;
import askme.settings.SettingsStore;
import askme.settings.Texts;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the sections of the page of settings from the settings and from what was typed, and stores what changed. */
@ApplicationScoped
class SettingsForm {

    /** A text that is this long or shorter is in the log, so that a change can be taken back. */
    private static final int LONGEST_IN_LOG = 40;

    private final Settings settings;
    private final SettingsStore store;
    private final ModerationLog log;
    private final LocalizedMessages<AdministrationMessages> messages =
            LocalizedMessages.of(AdministrationMessages.class);

    SettingsForm(Settings settings, SettingsStore store, ModerationLog log) {
        this.settings = settings;
        this.store = store;
        this.log = log;
    }

    /** All sections with the values of now. */
    List<SettingSection> sections() {
        return sections(null, Map.of(), FormErrors.none());
    }

    /** All sections; {@code wrong} (may be null) has the typed texts and the errors. */
    List<SettingSection> sections(Section wrong, Map<String, String> typed, FormErrors errors) {
        List<SettingSection> sections = new ArrayList<>();
        for (Section section : Section.values()) {
            boolean isTyped = section == wrong;
            sections.add(new SettingSection(
                    section.label(),
                    fields(section).stream()
                            .map(field -> isTyped && field.source() == null ? typed(field, typed, errors) : field)
                            .toList()));
        }
        return sections;
    }

    private static SettingField typed(SettingField field, Map<String, String> typed, FormErrors errors) {
        return new SettingField(
                field.setting(),
                field.name(),
                field.language(),
                typed.getOrDefault(field.name(), field.value()),
                null,
                errors.of(field.name()));
    }

    private List<SettingField> fields(Section section) {
        List<SettingField> fields = new ArrayList<>();
        for (Setting<?> setting : SettingKeys.all()) {
            if (setting.section() == section) {
                fields.addAll(fields(setting));
            }
        }
        return fields;
    }

    private List<SettingField> fields(Setting<?> setting) {
        String source = settings.source(setting).orElse(null);
        Object value = settings.get(setting);
        if (value instanceof Texts texts) {
            return SettingKeys.LANGUAGES.stream()
                    .map(language -> new SettingField(
                            setting, setting.name() + "." + language, language, texts.in(language), source, null))
                    .toList();
        }
        return List.of(new SettingField(setting, setting.name(), "", Setting.format(value), source, null));
    }

    /** The texts that a form sent, by field. A checkbox is sent only if it is on; a hidden field with the same name says that it was there. */
    static Map<String, String> typed(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new TreeMap<>();
        form.forEach((name, values) -> typed.put(name, values.get(values.size() - 1)));
        return typed;
    }

    /**
     * Stores the fields of {@code section} that changed, if none is wrong; otherwise {@code errors} say which. A field that was not sent
     * stays as it is.
     */
    @Transactional
    void save(Section section, Map<String, String> typed, long actor, FormErrors errors) {
        Map<SettingField, String> changed = new LinkedHashMap<>();
        for (SettingField field : fields(section)) {
            String text = typed.get(field.name());
            if (text != null && field.source() == null && field.isTyped()) {
                String value = check(field, text, errors);
                if (value != null && !value.equals(field.value())) {
                    changed.put(field, value);
                }
            }
        }
        if (errors.any()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        changed.forEach((field, value) -> {
            store.store(field.setting(), field.language(), value, actor);
            lines.add(line(field, value));
        });
        if (!lines.isEmpty()) {
            log.record(actor, Act.SETTING, Target.site(), 0, String.join("; ", lines));
        }
    }

    /** Stores the name of a picture of the site, "" for none. */
    @Transactional
    void savePicture(Setting<String> setting, String name, long actor) {
        store.store(setting, "", name, actor);
        log.record(actor, Act.SETTING, Target.site(), 0, setting.name());
    }

    private String check(SettingField field, String text, FormErrors errors) {
        try {
            return field.setting().normalized(text);
        } catch (InvalidValue e) {
            errors.add(field.name(), message(field.setting(), e.reason()));
            return null;
        }
    }

    private String message(Setting<?> setting, InvalidValue.Reason reason) {
        return switch (reason) {
            case NO_NUMBER, OUT_OF_BOUNDS -> messages.get().invalid_number(setting.least(), setting.most());
            case TOO_LONG -> messages.get().invalid_long(setting.most());
            case TOO_MANY -> messages.get().invalid_many();
            case EMPTY -> messages.get().invalid_empty();
            case NOT_OFFERED -> messages.get().invalid_choice();
            case NO_COLOUR -> messages.get().invalid_colour();
            case NO_DOMAIN -> messages.get().invalid_domain();
        };
    }

    private static String line(SettingField field, String value) {
        boolean text = field.setting().kind() == SettingKind.MARKDOWN_PER_LANGUAGE
                || value.length() > LONGEST_IN_LOG
                || field.value().length() > LONGEST_IN_LOG;
        return text ? field.name() : field.name() + ": " + shown(field.value()) + " → " + shown(value);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value.replace('\n', ',');
    }
}
