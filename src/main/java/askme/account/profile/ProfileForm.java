package askme.account.profile;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberProfile;
import askme.member.Nickname;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The forms that change a member's own data. Each form sends some of the fields; one that was not sent is null and changes nothing.
 *
 * @param avatar a new picture, or null
 * @param removeAvatar not null to return to the default avatar
 * @param mailAnswers "off" from a hidden field and "on" from the checkbox
 * @param presentPassword needed if the e-mail changes; may be null
 * @param about Markdown
 * @param pronouns or a title, one line
 * @param language two letters; "" for that of the browser
 * @param timeZone a name such as {@code Europe/Berlin}; "" for that of the browser
 */
@TemplateData
record ProfileForm(
        @RestForm
        @Pattern(regexp = "(?s).*\\S.*", message = "{askme.email.required}")
        @EmailAddress
        @Size(max = 254, message = "{askme.too-long}")
        String email,

        @RestForm @Nickname String nickname,

        @RestForm FileUpload avatar,

        @RestForm String removeAvatar,

        @RestForm List<String> mailAnswers,

        @RestForm String presentPassword,

        @RestForm @Size(max = ProfileForm.LONGEST_ABOUT, message = "{askme.too-long}")
        String about,

        @RestForm
        @Size(max = 200, message = "{askme.too-long}")
        @Pattern(regexp = "|https?://[^\\s\"<>]+\\.[^\\s\"<>]+", message = "{askme.link.bad}")
        String link,

        @RestForm @CodePointLength(max = 60, message = "{askme.too-long}")
        String pronouns,

        @RestForm String language,

        @RestForm String timeZone) {

    static final int LONGEST_ABOUT = 2_000;
    private static final String ON = "on";

    ProfileForm {
        email = UserInput.start(email);
        nickname = UserInput.start(nickname);
        presentPassword = UserInput.start(presentPassword);
        removeAvatar = UserInput.start(removeAvatar);
        about = UserInput.lines(about);
        link = link == null ? null : UserInput.line(link);
        pronouns = pronouns == null ? null : UserInput.line(pronouns);
        language = UserInput.start(language);
        timeZone = UserInput.start(timeZone);
    }

    static ProfileForm of(Member member, MemberProfile profile) {
        return new ProfileForm(
                member.email == null ? "" : EmailAddress.Check.readable(member.email),
                member.nickname,
                null,
                null,
                member.mailAnswers ? List.of(ON) : List.of("off"),
                null,
                profile.about(),
                profile.link(),
                profile.title(),
                member.chosenLanguage == null ? "" : member.chosenLanguage,
                member.zoneChosen ? member.timeZone : "");
    }

    /** This form with the member's data instead of what was not sent, as the pages show it. */
    ProfileForm or(ProfileForm stored) {
        return new ProfileForm(
                either(email, stored.email),
                either(nickname, stored.nickname),
                null,
                removeAvatar,
                mailAnswers == null || mailAnswers.isEmpty() ? stored.mailAnswers : mailAnswers,
                null,
                either(about, stored.about),
                either(link, stored.link),
                either(pronouns, stored.pronouns),
                either(language, stored.language),
                either(timeZone, stored.timeZone));
    }

    private static String either(String sent, String stored) {
        return sent == null ? stored : sent;
    }

    /** The profile with what the form sent. */
    MemberProfile profile(MemberProfile before) {
        return new MemberProfile(
                either(about, before.about()), either(link, before.link()), either(pronouns, before.title()));
    }

    /** Whether to send mails; {@code before} if the form did not send the field. */
    boolean wantsMail(boolean before) {
        return mailAnswers == null || mailAnswers.isEmpty() ? before : mailAnswers.contains(ON);
    }
}
