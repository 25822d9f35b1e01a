package askme.account;

import askme.member.Member;
import askme.member.MemberMessages;
import askme.session.StepUp;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks a signed-in member for the password again, before a change of what opens the account (ASVS 5.0, 7.5.1). */
@ApplicationScoped
public class OwnPassword {

    private final SignIn signIn;
    private final StepUp stepUp;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    OwnPassword(SignIn signIn, StepUp stepUp) {
        this.signIn = signIn;
        this.stepUp = stepUp;
    }

    /**
     * The stored hash that {@code typed} (may be null) matches; if empty, an error beside {@code field} says why. A member without a
     * password must have proved a short time ago who it is; then the result is "".
     */
    public Optional<String> confirm(Member member, String field, String typed, FormErrors errors) {
        if (member.passwordHash == null) {
            if (stepUp.isConfirmed()) {
                return Optional.of("");
            }
            errors.add(field, messages.get().confirm_member());
            return Optional.empty();
        }
        if (typed == null || typed.isEmpty()) {
            errors.add(field, messages.get().password_needed());
            return Optional.empty();
        }
        SignInResult result = signIn.confirm(member, typed);
        if (result instanceof SignInResult.Success success) {
            return Optional.of(success.passwordHash());
        }
        if (result instanceof SignInResult.Throttled throttled) {
            int minutes = (int) throttled.retryAfter().plusMinutes(1).toMinutes();
            errors.add(field, messages.get().sign_in_wait(minutes));
        } else if (result instanceof SignInResult.Suspended suspended) {
            errors.add(field, suspended.text(messages.get()));
        } else {
            errors.add(field, messages.get().password_wrong());
        }
        return Optional.empty();
    }
}
