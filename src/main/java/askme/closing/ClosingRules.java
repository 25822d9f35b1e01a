package askme.closing;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of closing. */
@ApplicationScoped
class ClosingRules {

    private final Settings settings;

    ClosingRules(Settings settings) {
        this.settings = settings;
    }

    /** The votes that close or reopen a question. */
    int votes() {
        return settings.get(SettingKeys.CLOSE_VOTES);
    }

    /** The reasons of the site itself. */
    List<String> reasons() {
        return settings.get(SettingKeys.CLOSE_REASONS);
    }
}
