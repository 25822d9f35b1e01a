package askme.settings;

import java.util.Locale;

/** A part of the page of settings: one form, which is saved separately. */
public enum Section {
    SITE,
    LOOK,
    TEXTS,
    LANGUAGES,
    JOINING,
    PRIVILEGES,
    CLOSING,
    TAGS,
    NEWCOMERS,
    KEEPING;

    /** Its name in addresses: {@code /admin/settings/privileges}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
