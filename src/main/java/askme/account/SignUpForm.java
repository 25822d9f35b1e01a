package askme.account;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import askme.member.Nickname;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The sign-up form. {@link PasswordRules} checks the password, as its rules need the other fields.
 *
 * @param avatar a picture, or null
 * @param invitation the token of the link with which somebody was invited; empty without one
 * @param back the local path to go on to
 */
@TemplateData
record SignUpForm(
        @RestForm
        @NotBlank(message = "{askme.email.required}")
        @EmailAddress
        @Size(max = 254, message = "{askme.too-long}")
        String email,

        @RestForm @Nickname String nickname,

        @RestForm String password,

        @RestForm String passwordAgain,

        @RestForm FileUpload avatar,

        @RestForm String invitation,

        @RestForm("continue") String back) {

    SignUpForm {
        email = UserInput.start(email);
        nickname = UserInput.start(nickname);
        password = UserInput.start(password);
        passwordAgain = UserInput.start(passwordAgain);
        invitation = UserInput.start(invitation) == null ? "" : UserInput.start(invitation);
        back = LocalPath.of(back);
    }

    static SignUpForm empty(String invitation, String back) {
        return new SignUpForm("", "", "", "", null, invitation, back);
    }
}
