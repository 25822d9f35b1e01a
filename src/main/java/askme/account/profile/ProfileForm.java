package askme.account.profile;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.Nickname;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The forms that change a member's own data. Each form sends some of the fields; one that was not sent is null and changes nothing.
 *
 * @param avatar a new picture, or null
 * @param removeAvatar not null to return to the default avatar
 * @param mailAnswers "off" from a hidden field and "on" from the checkbox
 * @param presentPassword needed if the e-mail changes; may be null
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

        @RestForm String presentPassword) {

    private static final String ON = "on";

    ProfileForm {
        email = UserInput.start(email);
        nickname = UserInput.start(nickname);
        presentPassword = UserInput.start(presentPassword);
        removeAvatar = UserInput.start(removeAvatar);
    }

    static ProfileForm of(Member member) {
        return new ProfileForm(
                member.email == null ? "" : EmailAddress.Check.readable(member.email),
                member.nickname,
                null,
                null,
                member.mailAnswers ? List.of(ON) : List.of("off"),
                null);
    }

    /** This form with the member's data instead of what was not sent, as the pages show it. */
    ProfileForm or(Member member) {
        ProfileForm stored = of(member);
        return new ProfileForm(
                email == null ? stored.email : email,
                nickname == null ? stored.nickname : nickname,
                null,
                removeAvatar,
                mailAnswers == null || mailAnswers.isEmpty() ? stored.mailAnswers : mailAnswers,
                null);
    }

    /** Whether to send mails; {@code before} if the form did not send the field. */
    boolean wantsMail(boolean before) {
        return mailAnswers == null || mailAnswers.isEmpty() ? before : mailAnswers.contains(ON);
    }
}
