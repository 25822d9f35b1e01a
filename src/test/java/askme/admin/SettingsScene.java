package askme.admin;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An administrator who changes settings. After each test all settings have their defaults again, as other tests expect. */
abstract class SettingsScene {

    static final String PAGE = "/admin/settings/";

    @Inject
    Settings settings;

    @Inject
    TestDatabase testDatabase;

    Visitor chief;

    @BeforeEach
    void administrator() {
        chief = Visitor.member("settingsChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
    }

    @AfterEach
    void forget() {
        testDatabase.change("DELETE FROM setting");
        raise();
        settings.refresh();
    }

    void raise() {
        testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
    }

    Visitor.Reply save(String section, Map<String, String> typed) {
        chief.get(PAGE);
        return chief.submit("form[action='/admin/settings/" + section + "']", typed);
    }
}
