package askme.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;

/** Stores settings. A change reaches every process within two seconds; {@link Settings#refresh} shows it in this one at once. */
@ApplicationScoped
public class SettingsStore {

    /** It also locks the row, so that one change ends before the next one begins. */
    static final String RAISE = "UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'";

    static final String STORE = """
            INSERT INTO setting (name, language, value, changed_by, changed_at) VALUES (:name, :language, :value, :actor, :now)
            ON DUPLICATE KEY UPDATE value = VALUES(value), changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)""";

    private final Session hibernate;
    private final Clock clock;

    SettingsStore(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /**
     * Stores one value in the transaction of the caller.
     *
     * @param language "" unless the setting has a text in each language
     * @param value as {@link Setting#normalized} returns it
     * @param actor the id of the member who changed it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Setting<?> setting, String language, String value, long actor) {
        hibernate.createNativeMutationQuery(RAISE).executeUpdate();
        hibernate
                .createNativeMutationQuery(STORE)
                .setParameter("name", setting.name())
                .setParameter("language", language)
                .setParameter("value", value)
                .setParameter("actor", actor)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
