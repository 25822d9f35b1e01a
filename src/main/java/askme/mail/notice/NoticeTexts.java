package askme.mail.notice;

import askme.notification.NotificationCard;
import askme.web.LocalizedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Says in one sentence what happened. */
@ApplicationScoped
class NoticeTexts {

    private final LocalizedMessages<NoticeMessages> messages = LocalizedMessages.of(NoticeMessages.class);
    private final CausePosts posts;

    NoticeTexts(CausePosts posts) {
        this.posts = posts;
    }

    String of(NotificationCard card, Locale locale) {
        NoticeMessages text = messages.in(locale);
        String actor = card.actor() == null ? text.somebody() : card.actor();
        int count = card.causes();
        return switch (card.kind()) {
            case ANSWER -> count > 1 ? text.answers(count) : text.answer(actor);
            case COMMENT -> count > 1 ? text.comments(count) : text.comment(actor);
            case MENTION -> count > 1 ? text.mentions(count) : text.mention(actor);
            case ACCEPTED -> text.accepted(actor);
            case EDIT -> text.edit(actor);
            case SUGGESTION -> text.suggestion(actor);
            case DECISION -> decision(card, actor, text);
            case MODERATION -> card.cause().isReport() ? text.report() : text.moderation(actor);
            case TAG -> text.tag(actor);
            case MEMBER -> text.member(actor);
            case BADGE -> text.badge(count);
            case REPUTATION -> text.reputation((card.amount() > 0 ? "+" : "") + card.amount());
            default -> text.other();
        };
    }

    private String decision(NotificationCard card, String decider, NoticeMessages text) {
        return switch (posts.decision(card.cause().id())) {
            case "taken" -> text.taken(decider);
            case "changed" -> text.taken_changed(decider);
            default -> text.declined(decider);
        };
    }
}
