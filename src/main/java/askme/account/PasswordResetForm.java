package askme.account;

import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** The form that asks for a link; {@code login} is the nickname or the e-mail address. */
record PasswordResetForm(
        @RestForm @NotBlank(message = "{askme.login.required}")
        String login) {}
