package askme.account;

import askme.markdown.UserInput;
import org.jboss.resteasy.reactive.RestForm;

/** The form behind the link of a mail, which sets a new password. {@link PasswordRules} checks it. */
record NewPasswordForm(@RestForm String password, @RestForm String passwordAgain) {

    NewPasswordForm {
        password = UserInput.start(password);
        passwordAgain = UserInput.start(passwordAgain);
    }
}
