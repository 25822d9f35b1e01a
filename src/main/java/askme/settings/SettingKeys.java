package askme.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All settings, in the order of their page. A new one is a constant here and two texts: its label and its hint. */
public final class SettingKeys {

    private static final List<Setting<?>> REGISTERED = new ArrayList<>();

    /** The greatest threshold of a privilege. */
    private static final int MOST_RATING = 1_000_000;

    /** The languages that the site is translated to. */
    public static final List<String> LANGUAGES = List.of("en", "ru");

    private static final int LONGEST_TEXT = 20_000;

    public static final Setting<String> NAME = add(Setting.text(Section.SITE, "site.name", "AskMe", 1, 40));

    /** The subject of the site, in one line. */
    public static final Setting<Texts> TAGLINE =
            add(Setting.perLanguage(Section.SITE, "site.tagline", SettingKind.TEXT_PER_LANGUAGE, 120));

    /** The colour from which those of links and buttons are derived. */
    public static final Setting<String> COLOUR = add(Setting.colour(Section.LOOK, "look.colour"));

    public static final Setting<String> LOGO = add(Setting.picture(Section.LOOK, "look.logo"));
    public static final Setting<String> ICON = add(Setting.picture(Section.LOOK, "look.icon"));

    public static final Setting<Texts> ABOUT = page("text.about");
    public static final Setting<Texts> RULES = page("text.rules");
    public static final Setting<Texts> PRIVACY = page("text.privacy");
    public static final Setting<Texts> CONTACT = page("text.contact");

    /** The language for readers whose browser asks for none of the site's languages, and for mails to members without a language. */
    public static final Setting<String> DEFAULT_LANGUAGE =
            add(Setting.choice(Section.LANGUAGES, "language.default", "en", LANGUAGES));

    // Whether the site is offered in this language. The default language always is.
    public static final Setting<Boolean> ENGLISH = add(Setting.yesNo(Section.LANGUAGES, "language.en", true));
    public static final Setting<Boolean> RUSSIAN = add(Setting.yesNo(Section.LANGUAGES, "language.ru", true));

    public static final String EVERYBODY = "everybody";
    public static final String DOMAINS = "domains";
    public static final String INVITATION = "invitation";
    public static final String NOBODY = "nobody";

    /** The people who may make an account. */
    public static final Setting<String> JOIN = add(
            Setting.choice(Section.JOINING, "join.who", EVERYBODY, List.of(EVERYBODY, DOMAINS, INVITATION, NOBODY)));

    /** The domains whose addresses may join, if only those may. */
    public static final Setting<List<String>> JOIN_DOMAINS = add(Setting.domains(Section.JOINING, "join.domains"));

    /** Nicknames that nobody may take, nor one that looks like them. */
    public static final Setting<List<String>> RESERVED_NAMES = add(Setting.list(Section.JOINING, "names.reserved", 32));

    /** Whether members sign in and join by providers only. */
    public static final Setting<Boolean> ONLY_PROVIDERS =
            add(Setting.yesNo(Section.JOINING, "signin.only-providers", false));

    /** Whether moderators and administrators need a second factor. */
    public static final Setting<Boolean> MODERATOR_FACTOR =
            add(Setting.yesNo(Section.JOINING, "signin.moderators-second-factor", false));

    // Thresholds: the rating from which a member may do it; 0: everybody, also below zero.
    public static final Setting<Integer> VOTE = privilege("privilege.vote", 0);
    public static final Setting<Integer> COMMENT = privilege("privilege.comment", 0);
    public static final Setting<Integer> PICTURES = privilege("privilege.pictures", 0);
    public static final Setting<Integer> EDIT = privilege("privilege.edit", 500);
    public static final Setting<Integer> CLOSE = privilege("privilege.close", 500);
    public static final Setting<Integer> REVIEW = privilege("privilege.review", 500);
    public static final Setting<Integer> TAG_WIKI = privilege("privilege.tag-wiki", 300);

    /** How many privileged members close or reopen a question together. */
    public static final Setting<Integer> CLOSE_VOTES = add(Setting.number(Section.CLOSING, "close.votes", 3, 1, 20));

    /** The site's own reasons to close a question. */
    public static final Setting<List<String>> CLOSE_REASONS = add(Setting.list(Section.CLOSING, "close.reasons", 200));

    /** Tags that only moderators may give. */
    public static final Setting<List<String>> RESERVED_TAGS = add(Setting.list(Section.TAGS, "tags.reserved", 32));

    /** How many links a post of a newcomer may have. */
    public static final Setting<Integer> NEWCOMER_LINKS =
            add(Setting.number(Section.NEWCOMERS, "newcomer.links", 2, 0, 100));

    /** How many posts a newcomer may write in an hour. */
    public static final Setting<Integer> NEWCOMER_POSTS =
            add(Setting.number(Section.NEWCOMERS, "newcomer.posts-per-hour", 5, 1, 1000));

    /** A post of a newcomer with one of these words waits for a moderator. */
    public static final Setting<List<String>> HELD_WORDS = add(Setting.list(Section.NEWCOMERS, "spam.held-words", 100));

    /** A post that was deleted this number of days ago is removed for good. */
    public static final Setting<Integer> PURGE_DAYS =
            add(Setting.number(Section.KEEPING, "deletion.purge-days", 90, 1, 36_500));

    private SettingKeys() {}

    /** All settings in their order. */
    public static List<Setting<?>> all() {
        return Collections.unmodifiableList(REGISTERED);
    }

    private static Setting<Integer> privilege(String name, int fallback) {
        return add(Setting.number(Section.PRIVILEGES, name, fallback, 0, MOST_RATING));
    }

    private static Setting<Texts> page(String name) {
        return add(Setting.perLanguage(Section.TEXTS, name, SettingKind.MARKDOWN_PER_LANGUAGE, LONGEST_TEXT));
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        REGISTERED.add(setting);
        return setting;
    }
}
