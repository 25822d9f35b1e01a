package askme.moderation;

import askme.database.Row;
import askme.session.Rights;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The limits of newcomers: members without an accepted answer and without a post that somebody voted for. The
 * posts of a member with a positive rating cost no statement more.
 */
@ApplicationScoped
public class Newcomers {

    /** So many of the last posts of each kind are looked at. */
    private static final int LOOKED_AT = 50;

    private static final int MOST_WORDS = 200;

    private static final Pattern LINK = Pattern.compile("https?://|\\bwww\\.", Pattern.CASE_INSENSITIVE);

    private static final Duration HOUR = Duration.ofHours(1);

    static final String RECORD = """
            SELECT (SELECT COUNT(*) FROM (SELECT rating FROM question FORCE INDEX (question_visible_of_author)
                      WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT %1$d) q WHERE rating > 0)
                 + (SELECT COUNT(*) FROM (SELECT rating, accepted FROM answer FORCE INDEX (answer_visible_of_author)
                      WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT %1$d) a WHERE rating > 0 OR accepted = 1) AS good,
                   (SELECT COUNT(*) FROM (SELECT asked_at FROM question FORCE INDEX (question_visible_of_author)
                      WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT :most) q WHERE asked_at > :since)
                 + (SELECT COUNT(*) FROM (SELECT answered_at FROM answer FORCE INDEX (answer_visible_of_author)
                      WHERE author_id = :member AND hidden = 0 ORDER BY id DESC LIMIT :most) a WHERE answered_at > :since)
                 + (SELECT COUNT(*) FROM (SELECT state, held_at FROM held_post FORCE INDEX (held_of_author)
                      WHERE author_id = :member ORDER BY id DESC LIMIT :most) h WHERE held_at > :since AND state <> 'published') AS recent""".formatted(LOOKED_AT);

    private final Session hibernate;
    private final Settings settings;
    private final Clock clock;
    private final LocalizedMessages<ModerationMessages> messages = LocalizedMessages.of(ModerationMessages.class);

    Newcomers(Session hibernate, Settings settings, Clock clock) {
        this.hibernate = hibernate;
        this.settings = settings;
        this.clock = clock;
    }

    private record Posts(int good, int recent) {

        static Posts of(Row row) {
            return new Posts(row.number("good"), row.number("recent"));
        }
    }

    /** Adds errors beside the text of a question or an answer that a newcomer may not post now. */
    public void checkPost(Rights author, String text, FormErrors errors) {
        if (author.isEstablished()) {
            return;
        }
        Posts posts = posts(author.memberId());
        if (posts.good > 0) {
            return;
        }
        int most = settings.get(SettingKeys.NEWCOMER_POSTS);
        if (posts.recent >= most) {
            errors.add("text", messages.get().newcomer_posts(most));
        } else {
            checkLinks(text, errors);
        }
    }

    /** The same for a comment, which counts only its links. */
    public void checkComment(Rights author, String text, FormErrors errors) {
        if (!author.isEstablished()
                && links(text) > settings.get(SettingKeys.NEWCOMER_LINKS)
                && isNewcomer(author.memberId())) {
            checkLinks(text, errors);
        }
    }

    /** Whether the member is a newcomer now. */
    public boolean isNewcomer(long member) {
        return posts(member).good == 0;
    }

    /** The words of the site's list that the text has, separated by commas; "" for none. Upper and lower case are alike. */
    public String heldWords(String text) {
        List<String> words = settings.get(SettingKeys.HELD_WORDS);
        if (words.isEmpty()) {
            return "";
        }
        String folded = text.toLowerCase(Locale.ROOT);
        String found = words.stream()
                .filter(word -> folded.contains(word.toLowerCase(Locale.ROOT)))
                .limit(LOOKED_AT)
                .collect(Collectors.joining(", "));
        return found.substring(0, Math.min(found.length(), MOST_WORDS));
    }

    private void checkLinks(String text, FormErrors errors) {
        int most = settings.get(SettingKeys.NEWCOMER_LINKS);
        if (links(text) > most) {
            errors.add("text", messages.get().newcomer_links(most));
        }
    }

    /** @param text null if the form had none, which another check reports */
    private static long links(String text) {
        return text == null ? 0 : LINK.matcher(text).results().count();
    }

    private Posts posts(long member) {
        return hibernate
                .createNativeQuery(RECORD, Object[].class)
                .addScalar("good", Integer.class)
                .addScalar("recent", Integer.class)
                .setParameter("member", member)
                .setParameter("most", settings.get(SettingKeys.NEWCOMER_POSTS))
                .setParameter("since", Instant.now(clock).minus(HOUR))
                .setTupleTransformer((values, names) -> Posts.of(new Row(values, names)))
                .getSingleResult();
    }
}
