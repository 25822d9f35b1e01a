package askme.account;

import askme.markdown.UserInput;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** The form that requests a reset link; {@code login} is the nickname or the e-mail. */
record PasswordResetForm(
        @RestForm @NotBlank(message = "{askme.login.required}")
        String login) {

    PasswordResetForm {
        login = UserInput.start(login);
    }
}
