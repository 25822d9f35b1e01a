package askme.account.profile;

import askme.markdown.UserInput;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** The form that changes a password. {@link PasswordRules} checks the new one. */
record PasswordForm(
        @RestForm @NotBlank(message = "{askme.current-password.required}")
        String currentPassword,

        @RestForm String password,

        @RestForm String passwordAgain) {

    PasswordForm {
        currentPassword = UserInput.start(currentPassword);
        password = UserInput.start(password);
        passwordAgain = UserInput.start(passwordAgain);
    }
}
