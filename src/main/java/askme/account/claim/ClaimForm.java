package askme.account.claim;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** The form with which an imported member gets the account. The account's rules check the password. */
@TemplateData
record ClaimForm(
        @RestForm @NotBlank(message = "{askme.claim.required}")
        String code,

        @RestForm @NotBlank(message = "{askme.email.required}") @EmailAddress
        String email,

        @RestForm String password,
        @RestForm String passwordAgain) {

    ClaimForm {
        code = code == null ? "" : UserInput.start(code);
        email = UserInput.start(email);
        password = UserInput.start(password);
        passwordAgain = UserInput.start(passwordAgain);
    }

    static ClaimForm empty() {
        return new ClaimForm("", "", "", "");
    }
}
