package askme.account.factor;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of passkeys, authenticator apps and recovery codes. */
@TemplateExtension(namespace = "to", priority = 82)
public final class FactorLinks {

    static final String PASSKEY_SIGN_IN = "/login/passkey";
    static final String PASSKEYS = "/profile/security/passkeys";
    static final String PASSKEY_REQUEST = PASSKEYS + "/request";
    static final String REMOVE_PASSKEY = PASSKEYS + "/{id}/remove";
    static final String APP = "/profile/security/app";
    static final String SECOND_STEP_ON = "/profile/security/second-step";
    static final String SECOND_STEP_OFF = SECOND_STEP_ON + "/off";
    static final String CODES = "/profile/security/codes";
    static final String CODES_FILE = CODES + "/file";

    private FactorLinks() {}

    /** Signs in with a passkey; a GET gives the challenge. */
    static String passkeySignIn() {
        return PASSKEY_SIGN_IN;
    }

    static String passkeys() {
        return PASSKEYS + "/";
    }

    /** Gives the challenge for a new passkey. */
    static String passkeyRequest() {
        return PASSKEY_REQUEST;
    }

    static String removePasskey(long id) {
        return LocalPath.with(REMOVE_PASSKEY, id);
    }

    static String app() {
        return APP + "/";
    }

    static String secondStepOn() {
        return SECOND_STEP_ON;
    }

    static String secondStepOff() {
        return SECOND_STEP_OFF;
    }

    static String recoveryCodes() {
        return CODES;
    }

    static String recoveryCodesFile() {
        return CODES_FILE;
    }
}
