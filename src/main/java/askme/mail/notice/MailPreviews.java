package askme.mail.notice;

import askme.mail.MailPreview;
import askme.mail.MailSamples;
import askme.mail.choice.Pace;
import askme.notification.Cause;
import askme.notification.NotificationCard;
import askme.notification.NotificationKind;
import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every mail of the site with sample data. */
@ApplicationScoped
public class MailPreviews {

    private static final String TITLE = "How are the beans of an application found when it starts?";
    private static final String COMMENT = "Have a look at `beans.xml`, or at [the guide](https://example.org/).";

    private final MailSamples others;
    private final NoticeTexts texts;
    private final NoticeComposer composer;
    private final String baseUrl;

    MailPreviews(MailSamples others, NoticeTexts texts, NoticeComposer composer, WebConfig web) {
        this.others = others;
        this.texts = texts;
        this.composer = composer;
        baseUrl = web.baseUrl().toString();
    }

    /** All mails in {@code language}, two letters. */
    public List<MailPreview> all(String language) {
        List<MailPreview> all = new ArrayList<>(others.all(language));
        for (NotificationKind kind : NotificationKind.values()) {
            all.add(notice(kind.stored(), Pace.NOW, language, List.of(kind)));
        }
        List<NotificationKind> several =
                List.of(NotificationKind.MENTION, NotificationKind.COMMENT, NotificationKind.ACCEPTED);
        all.add(notice("several", Pace.NOW, language, several));
        for (Pace pace : Pace.values()) {
            if (pace.isDigest()) {
                all.add(notice("digest-" + pace.stored(), pace, language, Arrays.asList(NotificationKind.values())));
            }
        }
        return all;
    }

    private MailPreview notice(String name, Pace pace, String language, List<NotificationKind> kinds) {
        List<Notice> notices = kinds.stream()
                .map(kind -> notice(kind, Locale.forLanguageTag(language)))
                .toList();
        long question =
                pace.isDigest() || kinds.contains(NotificationKind.REPUTATION) || kinds.contains(NotificationKind.BADGE)
                        ? 0
                        : 1;
        NoticeMail mail = new NoticeMail(MailSamples.recipient(language), pace, question, notices);
        return MailPreview.of("notice-" + name, composer.compose(mail, "sample"));
    }

    private Notice notice(NotificationKind kind, Locale locale) {
        boolean aboutQuestion = kind != NotificationKind.REPUTATION && kind != NotificationKind.BADGE;
        NotificationCard card = new NotificationCard(
                0,
                0,
                kind,
                1,
                aboutQuestion ? 0 : 15,
                aboutQuestion ? 1 : 0,
                aboutQuestion ? TITLE : null,
                "/question/1",
                "bob",
                new Cause(Cause.DECISION, 0, 0),
                Instant.EPOCH,
                false);
        return new Notice(card, texts.of(card, locale), card.title(), baseUrl + card.address(), posts(kind));
    }

    private static List<Notice.Post> posts(NotificationKind kind) {
        return switch (kind) {
            case ANSWER, TAG, MEMBER -> List.of(Notice.Post.whole(null, MailSamples.POST, false));
            case COMMENT ->
                List.of(Notice.Post.whole("bob", COMMENT, true), Notice.Post.whole("eve", "Thank you.", true));
            case MENTION -> List.of(Notice.Post.whole(null, "@ann " + COMMENT, true));
            case DECISION -> List.of(Notice.Post.whole(null, "The answer says so already.", true));
            default -> List.of();
        };
    }
}
