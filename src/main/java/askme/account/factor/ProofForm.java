package askme.account.factor;

import askme.markdown.UserInput;
import askme.web.LocalPath;
import askme.web.RejectedInput;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A proof of who somebody is: one of a password, a code, or the signature of a passkey.
 *
 * @param token the request that the passkey has answered
 * @param credential the answer as JSON
 * @param back the local path to go on to
 * @param action the address that refused a guest's text, which the form carries along, or empty
 */
record ProofForm(
        @RestForm String password,
        @RestForm String code,
        @RestForm String token,
        @RestForm String credential,
        @RestForm("continue") String back,
        @RestForm String action) {

    /** An answer with a public key and a certificate has a few thousand characters. */
    private static final int LONGEST_ANSWER = 20_000;

    ProofForm {
        password = start(password);
        code = start(code);
        token = start(token);
        credential = credential == null ? "" : credential.substring(0, Math.min(credential.length(), LONGEST_ANSWER));
        back = LocalPath.of(back);
        action = action == null ? "" : LocalPath.of(action);
    }

    private static String start(String typed) {
        return typed == null ? "" : UserInput.start(typed);
    }

    boolean hasPasskey() {
        return !credential.isEmpty();
    }

    /** The text that the form carries along, if any. */
    List<RejectedInput> rejected() {
        return action.isEmpty() ? List.of() : RejectedInput.ofRequest();
    }
}
