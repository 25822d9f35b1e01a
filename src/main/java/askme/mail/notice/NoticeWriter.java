package askme.mail.notice;

import askme.database.Row;
import askme.follow.Follows;
import askme.mail.MailComposer;
import askme.mail.Recipient;
import askme.mail.choice.MailChoices;
import askme.mail.choice.Pace;
import askme.notification.NotificationCard;
import askme.notification.NotificationQueries;
import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Makes a mail of notifications as they are now. It leaves out notifications that were read on
 * the site, that an earlier mail had, that the member no longer chooses, and whose post is deleted. Its method needs a transaction.
 */
@ApplicationScoped
class NoticeWriter {

    /** The most posts of one notification in a mail. */
    private static final int MOST_POSTS = 5;

    /** Characters of posts in a mail; further posts are cut. Mail programs hide the end of a mail of more than 100 KB. */
    static final int MOST_CHARACTERS = 30_000;

    static final String RECIPIENT = """
            SELECT id AS member_id, email, nickname, language FROM member WHERE id = :member AND NOT (suspended AND COALESCE(suspended_until > UTC_TIMESTAMP(6), 1))""";

    private final Session hibernate;
    private final NotificationQueries notifications;
    private final MailChoices choices;
    private final Follows follows;
    private final CausePosts posts;
    private final NoticeTexts texts;
    private final WaitingNotices waiting;
    private final MailComposer composer;
    private final String baseUrl;

    NoticeWriter(
            Session hibernate,
            NotificationQueries notifications,
            MailChoices choices,
            Follows follows,
            CausePosts posts,
            NoticeTexts texts,
            WaitingNotices waiting,
            MailComposer composer,
            WebConfig web) {
        this.hibernate = hibernate;
        this.notifications = notifications;
        this.choices = choices;
        this.follows = follows;
        this.posts = posts;
        this.texts = texts;
        this.waiting = waiting;
        this.composer = composer;
        baseUrl = web.baseUrl().toString();
    }

    /** The mail about {@code rows}; empty if all are left out. */
    Optional<NoticeMail> write(long member, Pace pace, long question, List<WaitingNotice> rows) {
        Optional<Recipient> recipient = recipient(member);
        if (recipient.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = rows.stream().map(WaitingNotice::notification).toList();
        Map<Long, Instant> told = waiting.told(ids);
        MailChoices.Choices chosen = choices.of(member);
        Map<Long, Boolean> muted = new HashMap<>();
        Locale locale = composer.locale(recipient.get().language());
        List<Notice> notices = new ArrayList<>();
        List<NotificationCard> cards = notifications.of(ids).stream()
                .filter(card -> !card.read() && chosen.of(card.kind()) != Pace.NEVER)
                .filter(card -> told.getOrDefault(card.id(), Instant.MIN).isBefore(card.at()))
                .filter(card -> card.questionId() == 0
                        || !muted.computeIfAbsent(card.questionId(), id -> follows.mutes(member, id)))
                .sorted(Comparator.comparingLong(NotificationCard::questionId).thenComparing(NotificationCard::at))
                .toList();
        int left = MOST_CHARACTERS;
        for (NotificationCard card : cards) {
            Instant after = told.getOrDefault(card.id(), Instant.EPOCH);
            Notice notice = new Notice(
                            card,
                            texts.of(card, locale),
                            card.title(),
                            baseUrl + card.address(),
                            posts.of(card, after, MOST_POSTS))
                    .within(left);
            left -= notice.characters();
            notices.add(notice);
        }
        return notices.isEmpty()
                ? Optional.empty()
                : Optional.of(new NoticeMail(recipient.get(), pace, question, notices));
    }

    private Optional<Recipient> recipient(long member) {
        return hibernate
                .createNativeQuery(RECIPIENT, Object[].class)
                .addScalar("member_id", Long.class)
                .addScalar("email", String.class)
                .addScalar("nickname", String.class)
                .addScalar("language", String.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> Recipient.of(new Row(values, names)))
                .uniqueResultOptional();
    }
}
