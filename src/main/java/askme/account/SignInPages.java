package askme.account;

import askme.web.RejectedInput;
import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages after the first step of a sign-in. Both steps lead to them. */
public final class SignInPages {

    private SignInPages() {}

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance secondStep(
                String action, List<RejectedInput> typed, boolean passkey, FormErrors errors);

        static native TemplateInstance typed(String action, String back, List<RejectedInput> typed);
    }

    /**
     * Asks for the second factor.
     *
     * @param action the address that refused a guest's text, or empty
     * @param typed the text that the page carries along
     * @param passkey whether the member may use a passkey instead of a code
     */
    public static TemplateInstance secondStep(
            String action, List<RejectedInput> typed, boolean passkey, FormErrors errors) {
        return Views.secondStep(action, typed, passkey, errors);
    }

    /** Shows the text that the member could not post as a guest: the member posts it now. */
    public static TemplateInstance typed(String action, String back, List<RejectedInput> typed) {
        return Views.typed(action, back, typed);
    }
}
