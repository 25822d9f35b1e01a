package askme.mail;

import askme.account.ResetLink;
import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.mail.choice.UnsubscribeLinks;
import askme.mail.smtp.EncodedWords;
import askme.mail.smtp.HeaderText;
import askme.mail.smtp.MessageIds;
import askme.member.EmailAddress;
import askme.suggestion.SuggestionLinks;
import askme.web.WebConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Composes the mails: text and HTML in the recipient's language, and the headers. */
@ApplicationScoped
class MailComposer {

    private static final int SUBJECT_CHARACTERS = 160;
    private final UnsubscribeLinks unsubscribeLinks;
    private final MessageIds ids;
    private final String baseUrl;
    private final String sender;
    private final Locale siteLanguage;

    MailComposer(
            UnsubscribeLinks unsubscribeLinks,
            WebConfig web,
            @ConfigProperty(name = "quarkus.mailer.from") String sender,
            @ConfigProperty(name = "quarkus.default-locale") Locale siteLanguage) {
        this.unsubscribeLinks = unsubscribeLinks;
        this.sender = sender;
        this.siteLanguage = siteLanguage;
        ids = new MessageIds(web.baseUrl());
        baseUrl = web.baseUrl().toString();
    }

    /** The templates. Each has a text variant; all except the subjects have an HTML variant too. */
    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance answer(NewAnswer answer, String url, String unsubscribeUrl, String baseUrl);

        static native TemplateInstance answerSubject(NewAnswer answer);

        static native TemplateInstance mention(NewMention mention, String url, String unsubscribeUrl);

        static native TemplateInstance mentionSubject(NewMention mention);

        static native TemplateInstance decision(NewDecision decision, String url, String unsubscribeUrl);

        static native TemplateInstance decisionSubject(NewDecision decision);

        static native TemplateInstance gathered(GatheredMail mail, String unsubscribeUrl);

        static native TemplateInstance gatheredSubject(GatheredMail mail);

        static native TemplateInstance reset(ResetLink link);

        static native TemplateInstance resetSubject();

        static native TemplateInstance test(String baseUrl);

        static native TemplateInstance testSubject();
    }

    /** The mail about a new answer: in HTML as the site shows it, in plain text as Markdown. Each attempt of the job produces the same mail. */
    MailMessage newAnswer(NewAnswer answer, String jobId) {
        String unsubscribeUrl = unsubscribeLinks.url(answer.recipient().memberId());
        TemplateInstance body = Views.answer(answer, answerUrl(answer.answerId()), unsubscribeUrl, baseUrl);
        return aboutQuestion(
                answer.questionId(), answer.recipient(), unsubscribeUrl, body, Views.answerSubject(answer), jobId);
    }

    /** The mail about a mention. Each attempt of the job produces the same mail. */
    MailMessage mention(NewMention mention, String jobId) {
        String unsubscribeUrl = unsubscribeLinks.url(mention.recipient().memberId());
        String url = baseUrl + CommentLinks.comment(mention.commentId());
        TemplateInstance body = Views.mention(mention, url, unsubscribeUrl);
        return aboutQuestion(
                mention.questionId(), mention.recipient(), unsubscribeUrl, body, Views.mentionSubject(mention), jobId);
    }

    /** The mail about the decision on a suggested edit. Each attempt of the job produces the same mail. */
    MailMessage decision(NewDecision decision, String jobId) {
        NewAnswer.Recipient recipient = decision.recipient();
        String unsubscribeUrl = unsubscribeLinks.url(recipient.memberId());
        String url = baseUrl + SuggestionLinks.suggestedEdit(decision.suggestionId());
        TemplateInstance body = Views.decision(decision, url, unsubscribeUrl);
        return aboutQuestion(
                decision.questionId(), recipient, unsubscribeUrl, body, Views.decisionSubject(decision), jobId);
    }

    private MailMessage aboutQuestion(
            long question,
            NewAnswer.Recipient recipient,
            String unsubscribeUrl,
            TemplateInstance body,
            TemplateInstance subject,
            String jobId) {
        String root = ids.ofQuestion(question);
        return message(body, subject, locale(recipient.language()), jobId)
                .setTo(EmailAddress.Check.clean(recipient.email()))
                .addHeader("In-Reply-To", root)
                .addHeader("References", root)
                .addHeader("List-Id", ids.list("AskMe"))
                .addHeader("List-Unsubscribe", "<" + unsubscribeUrl + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    String answerUrl(long answer) {
        return baseUrl + AnswerLinks.answer(answer);
    }

    /** The mail about several answers. Each attempt of the job produces the same mail. */
    MailMessage gathered(GatheredMail mail, String jobId) {
        String unsubscribeUrl = unsubscribeLinks.url(mail.recipient().memberId());
        Locale locale = locale(mail.recipient().language());
        return message(Views.gathered(mail, unsubscribeUrl), Views.gatheredSubject(mail), locale, jobId)
                .setTo(mail.recipient().email())
                .addHeader("List-Id", ids.list("AskMe"))
                .addHeader("List-Unsubscribe", "<" + unsubscribeUrl + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** The mail with the link that sets a new password. */
    MailMessage passwordReset(ResetLink link, String jobId) {
        return message(Views.reset(link), Views.resetSubject(), locale(link.language()), jobId)
                .setTo(EmailAddress.Check.clean(link.email()));
    }

    /** The mail with which an operator checks whether mail arrives. */
    MailMessage test(String address, String jobId) {
        return message(Views.test(baseUrl), Views.testSubject(), siteLanguage, jobId)
                .setTo(EmailAddress.Check.clean(address));
    }

    private Locale locale(String language) {
        return language == null ? siteLanguage : Locale.forLanguageTag(language);
    }

    /** The {@code Message-ID} of the job's mail. */
    String messageId(String jobId) {
        return ids.ofJob(jobId);
    }

    private MailMessage message(TemplateInstance body, TemplateInstance subject, Locale locale, String jobId) {
        String line = HeaderText.oneLine(render(subject, locale, Variant.TEXT_PLAIN), SUBJECT_CHARACTERS);
        return new MailMessage()
                .setFrom(sender)
                .setSubject(line)
                .addHeader("Subject", EncodedWords.of(line))
                .setText(render(body, locale, Variant.TEXT_PLAIN))
                .setHtml(render(body, locale, Variant.TEXT_HTML))
                .addHeader("Message-ID", ids.ofJob(jobId))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", locale.toLanguageTag());
    }

    private static String render(TemplateInstance template, Locale locale, String type) {
        return template.setLocale(locale)
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(type))
                .render();
    }
}
