package askme.account;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.Nickname;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The form that changes a member's own data.
 *
 * @param avatar a new picture, or null
 * @param removeAvatar not null to return to the default avatar
 * @param mailAnswers "off" from a hidden field and "on" from the checkbox; a client that sends neither changes nothing
 * @param presentPassword needed if the e-mail changes; may be null
 */
@TemplateData
record ProfileForm(
        @RestForm
        @NotBlank(message = "{askme.email.required}")
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
                EmailAddress.Check.readable(member.email),
                member.nickname,
                null,
                null,
                member.mailAnswers ? List.of(ON) : List.of("off"),
                null);
    }

    /** Whether to send mails; {@code before} if the form did not send the field. */
    boolean wantsMail(boolean before) {
        return mailAnswers == null || mailAnswers.isEmpty() ? before : mailAnswers.contains(ON);
    }
}
