package askme.account;

import askme.markdown.UserInput;
import askme.web.LocalPath;
import askme.web.RejectedInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The sign-in form.
 *
 * @param login the nickname or the e-mail address
 * @param back the local path to go on to
 * @param action the address that refused the guest's text, which this form carries along, or empty
 */
@TemplateData
record SignInForm(
        @RestForm @NotBlank(message = "{askme.login.required}")
        String login,

        @RestForm @NotBlank(message = "{askme.password.required}")
        String password,

        @RestForm("continue") String back,

        @RestForm String action) {

    /** The pages to which a guest returns after a press of a vote button. */
    private static final Pattern VOTED = Pattern.compile(".*#(?:question|answer)-\\d+|/answer/\\d+/?");

    private static final Pattern ASKING = Pattern.compile("/ask(?:[/?].*)?");

    SignInForm {
        login = UserInput.start(login);
        password = UserInput.start(password);
        back = LocalPath.of(back);
        action = action == null ? "" : LocalPath.of(action);
    }

    static SignInForm empty(String back) {
        return new SignInForm("", "", back, "");
    }

    /** Whether the guest pressed a vote button. */
    public boolean voting() {
        return VOTED.matcher(back).matches();
    }

    /** Whether the guest wanted to ask a question. */
    public boolean asking() {
        return ASKING.matcher(back).matches();
    }

    /** The text that the form carries along, if any. */
    public List<RejectedInput> rejected() {
        return action.isEmpty() ? List.of() : RejectedInput.ofRequest();
    }
}
