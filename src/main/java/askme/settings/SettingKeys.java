package askme.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All settings, in the order of their page. A new one is a constant here and two texts: its label and its hint. */
public final class SettingKeys {

    private static final List<Setting<?>> REGISTERED = new ArrayList<>();

    /** The greatest threshold of a privilege. */
    private static final int MOST_RATING = 1_000_000;

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

    /** After so many days a deleted post is removed for good. */
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

    private static <T> Setting<T> add(Setting<T> setting) {
        REGISTERED.add(setting);
        return setting;
    }
}
