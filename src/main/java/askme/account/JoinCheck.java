package askme.account;

import askme.joining.JoinRules;
import askme.member.EmailAddress;
import askme.member.MemberMessages;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;

/** Says in the words of the site why somebody may not make an account. */
@ApplicationScoped
public class JoinCheck {

    private final JoinRules rules;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    JoinCheck(JoinRules rules) {
        this.rules = rules;
    }

    /** Why nobody gets an account with this invitation (null for none); null if somebody does. */
    String closed(String invitation) {
        return rules.refusal(invitation).map(this::text).orElse(null);
    }

    /** Adds an error beside the address if its owner may not join. */
    void check(SignUpForm form, FormErrors errors) {
        if (form.email() != null) {
            rules.refusal(EmailAddress.Check.clean(form.email()), form.invitation())
                    .ifPresent(refusal -> errors.add("email", text(refusal)));
        }
    }

    /** Counts the use of an invitation in the transaction that makes the member. */
    boolean use(SignUpForm form) {
        return rules.use(EmailAddress.Check.clean(form.email()), form.invitation());
    }

    /** The error if the invitation ended while the form was sent. */
    String ended() {
        return messages.get().join_invitation();
    }

    private String text(JoinRules.Refusal refusal) {
        return switch (refusal) {
            case NOT_SET_UP -> messages.get().join_not_set_up();
            case DOMAIN -> messages.get().join_domain();
            case INVITATION -> messages.get().join_invitation();
            case NOBODY -> messages.get().join_nobody();
        };
    }
}
