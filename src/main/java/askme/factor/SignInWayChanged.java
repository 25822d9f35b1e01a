package askme.factor;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A member got another way to sign in, lost one or changed one. The member receives a mail about it.
 *
 * @param change the name of a {@link Change}
 * @param name what the page calls it, such as the name of a passkey
 * @param atMs Unix time in ms
 */
@RegisterForReflection
@TemplateData
public record SignInWayChanged(long memberId, String change, String name, long atMs) {

    /** The kinds of changes. */
    public enum Change {
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        SECOND_STEP_ON,
        SECOND_STEP_OFF,
        CODES_RENEWED,
        CODE_USED,
        IDENTITY_ADDED,
        IDENTITY_REMOVED,
        PASSWORD_CHANGED
    }
}
