package askme.settings;

/** The type of the value of a setting, and so of its field. */
public enum SettingKind {
    NUMBER,
    YES_NO,
    /** One line. */
    TEXT,
    /** One line in each language. */
    TEXT_PER_LANGUAGE,
    /** Many lines of Markdown in each language. */
    MARKDOWN_PER_LANGUAGE,
    /** One entry a line. */
    LIST,
    /** One of a few words. */
    CHOICE,
    /** A colour such as {@code #0a6079}. */
    COLOUR,
    /** The file of an uploaded picture; it is set by its own form. */
    PICTURE;

    /** Whether it has a value for each language. */
    public boolean isPerLanguage() {
        return this == TEXT_PER_LANGUAGE || this == MARKDOWN_PER_LANGUAGE;
    }
}
