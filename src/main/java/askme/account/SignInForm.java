package askme.account;

import askme.markdown.UserInput;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The sign-in form.
 *
 * @param login the nickname or the e-mail address
 * @param back the local path to go on to
 */
@TemplateData
record SignInForm(
        @RestForm @NotBlank(message = "{askme.login.required}")
        String login,

        @RestForm @NotBlank(message = "{askme.password.required}")
        String password,

        @RestForm("continue") String back) {

    SignInForm {
        login = UserInput.start(login);
        password = UserInput.start(password);
        back = LocalPath.of(back);
    }

    static SignInForm empty(String back) {
        return new SignInForm("", "", back);
    }
}
