package askme.account;

import askme.markdown.UserInput;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** The form a password is changed with; {@link PasswordRules} are for the new one. */
record PasswordForm(
        @RestForm @NotBlank(message = "{askme.current-password.required}")
        String currentPassword,

        @RestForm String password,

        @RestForm String passwordAgain) {

    PasswordForm {
        currentPassword = UserInput.start(currentPassword);
    }
}
