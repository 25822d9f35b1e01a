package askme.admin;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One form of the page of settings.
 *
 * @param label the name of the section, as {@code askme.settings.Section} has it
 */
@TemplateData
public record SettingSection(String label, List<SettingField> fields) {

    /** The key of its title. */
    public String title() {
        return "section_" + label;
    }

    /** The fields of its form. Pictures have a separate form. */
    public List<SettingField> typed() {
        return fields.stream().filter(SettingField::isTyped).toList();
    }

    /** Whether its form has anything to save. */
    public boolean canBeSaved() {
        return fields.stream().anyMatch(field -> field.source() == null && field.isTyped());
    }
}
