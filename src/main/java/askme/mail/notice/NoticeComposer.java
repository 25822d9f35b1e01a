package askme.mail.notice;

import askme.mail.MailComposer;
import askme.mail.choice.MailLinks;
import askme.mail.choice.UnsubscribeLinks;
import askme.web.WebConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Composes the mails about notifications. Each attempt of a job produces a mail with the same identifier. */
@ApplicationScoped
class NoticeComposer {

    private final MailComposer composer;
    private final UnsubscribeLinks unsubscribe;
    private final String baseUrl;

    NoticeComposer(MailComposer composer, UnsubscribeLinks unsubscribe, WebConfig web) {
        this.composer = composer;
        this.unsubscribe = unsubscribe;
        baseUrl = web.baseUrl().toString();
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance notice(
                NoticeMail mail, String stopUrl, String muteUrl, String choicesUrl, String baseUrl);

        static native TemplateInstance noticeSubject(NoticeMail mail);
    }

    /** The mail. Its header ends mails of its only kind; with several kinds it mutes the question, and a digest ends all of them. */
    MailMessage compose(NoticeMail mail, String jobId) {
        long member = mail.recipient().memberId();
        String stopUrl = unsubscribe.ofKinds(member, mail.pace(), mail.kinds());
        String muteUrl = mail.question() == 0 ? null : unsubscribe.ofQuestion(member, mail.question());
        boolean mutes = muteUrl != null && mail.kinds().size() > 1;
        TemplateInstance body = Views.notice(mail, stopUrl, muteUrl, baseUrl + MailLinks.mailChoices(), baseUrl);
        MailMessage message =
                composer.toMember(body, Views.noticeSubject(mail), mail.recipient(), mutes ? muteUrl : stopUrl, jobId);
        return mail.question() == 0 ? message : composer.aboutQuestion(message, mail.question());
    }
}
