package askme.mail;

import askme.account.ResetLink;
import askme.account.address.MailedLink;
import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.factor.SignInWayChanged;
import askme.look.Look;
import askme.mail.choice.MailChoices;
import askme.mail.choice.Pace;
import askme.mail.choice.UnsubscribeLinks;
import askme.mail.smtp.EncodedWords;
import askme.mail.smtp.HeaderText;
import askme.mail.smtp.MessageIds;
import askme.mail.smtp.SenderName;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.notification.NotificationKind;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.suggestion.SuggestionLinks;
import askme.web.WebConfig;
import askme.webhook.Endpoint;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Composes the mails: text and HTML in the recipient's language, and the headers. */
@ApplicationScoped
public class MailComposer {

    private static final int SUBJECT_CHARACTERS = 160;

    /** A link in a post, as {@code askme.markdown.MailStyles} writes it. */
    private static final String LINK = "<a style=\"color:%s\"";

    private static final String USUAL_COLOUR = "#0a6079";

    /** The form of dates in pages, which {@code local-time.js} writes. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    private final UnsubscribeLinks unsubscribeLinks;
    private final MessageIds ids;
    private final String baseUrl;
    private final String sender;
    private final Locale builtFor;
    private final Settings settings;
    private final Look look;

    MailComposer(
            UnsubscribeLinks unsubscribeLinks,
            WebConfig web,
            @ConfigProperty(name = "quarkus.mailer.from") String sender,
            @ConfigProperty(name = "quarkus.default-locale") Locale builtFor,
            Settings settings,
            Look look) {
        this.unsubscribeLinks = unsubscribeLinks;
        this.sender = sender;
        this.builtFor = builtFor;
        this.settings = settings;
        this.look = look;
        ids = new MessageIds(web.baseUrl());
        baseUrl = web.baseUrl().toString();
    }

    /** The templates. Each has a text variant; all except the subjects have an HTML variant too. */
    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance answer(
                NewAnswer answer, String url, String unsubscribeUrl, String muteUrl, String baseUrl);

        static native TemplateInstance answerSubject(NewAnswer answer);

        static native TemplateInstance mention(NewMention mention, String url, String unsubscribeUrl, String baseUrl);

        static native TemplateInstance mentionSubject(NewMention mention);

        static native TemplateInstance decision(
                NewDecision decision, String url, String unsubscribeUrl, String baseUrl);

        static native TemplateInstance decisionSubject(NewDecision decision);

        static native TemplateInstance gathered(GatheredMail mail, String unsubscribeUrl, String baseUrl);

        static native TemplateInstance gatheredSubject(GatheredMail mail);

        static native TemplateInstance reset(ResetLink link, String baseUrl);

        static native TemplateInstance resetSubject();

        static native TemplateInstance address(MailedLink link, String baseUrl);

        static native TemplateInstance addressSubject(MailedLink link);

        static native TemplateInstance export(Recipient recipient, String url, String baseUrl);

        static native TemplateInstance exportSubject();

        static native TemplateInstance deletion(Recipient recipient, String day, String url, String baseUrl);

        static native TemplateInstance deletionSubject(String day);

        static native TemplateInstance way(SignInWayChanged event, String nickname, String url, String baseUrl);

        static native TemplateInstance waySubject();

        static native TemplateInstance webhookOff(String receiver, String nickname, String url, String baseUrl);

        static native TemplateInstance webhookOffSubject();

        static native TemplateInstance test(String baseUrl);

        static native TemplateInstance testSubject();
    }

    /** The mail about a new answer: in HTML as the site shows it, in plain text as Markdown. Each attempt of the job produces the same mail. */
    MailMessage newAnswer(NewAnswer answer, String jobId) {
        Recipient recipient = answer.recipient();
        String stop = stopAnswers(recipient);
        String mute = unsubscribeLinks.ofQuestion(recipient.memberId(), answer.questionId());
        TemplateInstance body = Views.answer(answer, answerUrl(answer.answerId()), stop, mute, baseUrl);
        MailMessage mail = message(body, Views.answerSubject(answer), locale(recipient.language()), jobId);
        return aboutQuestion(toMember(mail, recipient, stop), answer.questionId());
    }

    /** The mail about a mention. Each attempt of the job produces the same mail. */
    MailMessage mention(NewMention mention, String jobId) {
        Recipient recipient = mention.recipient();
        String stop = stop(recipient, NotificationKind.MENTION);
        String url = baseUrl + CommentLinks.comment(mention.commentId());
        TemplateInstance body = Views.mention(mention, url, stop, baseUrl);
        MailMessage mail = message(body, Views.mentionSubject(mention), locale(recipient.language()), jobId);
        return aboutQuestion(toMember(mail, recipient, stop), mention.questionId());
    }

    /** The mail about the decision on a suggested edit. Each attempt of the job produces the same mail. */
    MailMessage decision(NewDecision decision, String jobId) {
        Recipient recipient = decision.recipient();
        String stop = stop(recipient, NotificationKind.DECISION);
        String url = baseUrl + SuggestionLinks.suggestedEdit(decision.suggestionId());
        TemplateInstance body = Views.decision(decision, url, stop, baseUrl);
        MailMessage mail = message(body, Views.decisionSubject(decision), locale(recipient.language()), jobId);
        return aboutQuestion(toMember(mail, recipient, stop), decision.questionId());
    }

    /**
     * The mail to a member, with the headers of a mail that its reader can end.
     *
     * @param stopUrl the address that ends such mails
     */
    public MailMessage toMember(
            TemplateInstance body, TemplateInstance subject, Recipient recipient, String stopUrl, String jobId) {
        return toMember(message(body, subject, locale(recipient.language()), jobId), recipient, stopUrl);
    }

    private MailMessage toMember(MailMessage mail, Recipient recipient, String stopUrl) {
        return mail.setTo(EmailAddress.Check.clean(recipient.email()))
                .addHeader("List-Id", ids.list(look.name()))
                .addHeader("List-Unsubscribe", "<" + stopUrl + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** Puts the mail into the thread of all mails about the question. */
    public MailMessage aboutQuestion(MailMessage mail, long question) {
        String root = ids.ofQuestion(question);
        return mail.addHeader("In-Reply-To", root).addHeader("References", root);
    }

    private String stopAnswers(Recipient recipient) {
        return stop(recipient, NotificationKind.ANSWER);
    }

    private String stop(Recipient recipient, NotificationKind kind) {
        return unsubscribeLinks.ofKinds(recipient.memberId(), Pace.NOW, List.of(kind));
    }

    String answerUrl(long answer) {
        return baseUrl + AnswerLinks.answer(answer);
    }

    /** The mail about several answers. Each attempt of the job produces the same mail. */
    MailMessage gathered(GatheredMail mail, String jobId) {
        String stop = stopAnswers(mail.recipient());
        return toMember(
                Views.gathered(mail, stop, baseUrl), Views.gatheredSubject(mail), mail.recipient(), stop, jobId);
    }

    /** The mail with the link that sets a new password. */
    MailMessage passwordReset(ResetLink link, String jobId) {
        return message(Views.reset(link, baseUrl), Views.resetSubject(), locale(link.language()), jobId)
                .setTo(EmailAddress.Check.clean(link.email()));
    }

    /** The mail with a link to an address. */
    MailMessage addressLink(MailedLink link, String jobId) {
        return message(Views.address(link, baseUrl), Views.addressSubject(link), locale(link.language()), jobId)
                .setTo(EmailAddress.Check.clean(link.email()));
    }

    /** The mail that an export is ready. */
    MailMessage export(Recipient recipient, String jobId) {
        String url = baseUrl + MemberLinks.ownData();
        return message(
                        Views.export(recipient, url, baseUrl),
                        Views.exportSubject(),
                        locale(recipient.language()),
                        jobId)
                .setTo(EmailAddress.Check.clean(recipient.email()));
    }

    /**
     * The mail that the account will be deleted.
     *
     * @param zone the time zone of the member; null if it is not known
     */
    MailMessage deletion(Recipient recipient, Instant at, String zone, String jobId) {
        Locale locale = locale(recipient.language());
        String day = DATE.withLocale(locale).format(at.atZone(MailChoices.zone(zone)));
        String url = baseUrl + MemberLinks.ownData();
        return message(Views.deletion(recipient, day, url, baseUrl), Views.deletionSubject(day), locale, jobId)
                .setTo(EmailAddress.Check.clean(recipient.email()));
    }

    /** The mail about a new or a lost way to sign in. */
    MailMessage signInWay(SignInWayChanged event, Recipient recipient, String jobId) {
        String url = baseUrl + MemberLinks.security();
        return message(
                        Views.way(event, recipient.nickname(), url, baseUrl),
                        Views.waySubject(),
                        locale(recipient.language()),
                        jobId)
                .setTo(EmailAddress.Check.clean(recipient.email()));
    }

    /** The mail that a receiver of webhooks was switched off. */
    MailMessage webhookOff(Endpoint endpoint, Member member, String jobId) {
        String url = baseUrl + Endpoint.path(endpoint.id());
        return message(
                        Views.webhookOff(endpoint.url(), member.nickname, url, baseUrl),
                        Views.webhookOffSubject(),
                        locale(member.language),
                        jobId)
                .setTo(EmailAddress.Check.clean(member.email));
    }

    /** The mail with which an operator checks whether mail arrives. */
    MailMessage test(String address, String language, String jobId) {
        return message(Views.test(baseUrl), Views.testSubject(), locale(language), jobId)
                .setTo(EmailAddress.Check.clean(address));
    }

    /** The language of a member, or of the site if {@code language} is null. */
    public Locale locale(String language) {
        if (language != null) {
            return Locale.forLanguageTag(language);
        }
        String chosen = settings.get(SettingKeys.DEFAULT_LANGUAGE);
        return chosen.equals(SettingKeys.DEFAULT_LANGUAGE.fallback()) ? builtFor : Locale.forLanguageTag(chosen);
    }

    /** The {@code Message-ID} of the job's mail. */
    public String messageId(String jobId) {
        return ids.ofJob(jobId);
    }

    private MailMessage message(TemplateInstance body, TemplateInstance subject, Locale locale, String jobId) {
        String line = HeaderText.oneLine(render(subject, locale, Variant.TEXT_PLAIN), SUBJECT_CHARACTERS);
        return new MailMessage()
                .setFrom(look.isNamed() ? SenderName.replaced(sender, look.name()) : sender)
                .setSubject(line)
                .addHeader("Subject", EncodedWords.of(line))
                .setText(render(body, locale, Variant.TEXT_PLAIN))
                .setHtml(coloured(render(body, locale, Variant.TEXT_HTML)))
                .addHeader("Message-ID", ids.ofJob(jobId))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", locale.toLanguageTag());
    }

    /** A text of a member is escaped, so only the links that the site has made begin like this. */
    private String coloured(String html) {
        return html.replace(LINK.formatted(USUAL_COLOUR), LINK.formatted(look.brand()));
    }

    private static String render(TemplateInstance template, Locale locale, String type) {
        return template.setLocale(locale)
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(type))
                .render();
    }
}
