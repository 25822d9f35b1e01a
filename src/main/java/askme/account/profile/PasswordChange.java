package askme.account.profile;

import askme.account.Accounts;
import askme.account.OwnPassword;
import askme.database.NewTransaction;
import askme.factor.SignInWays;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.session.Sessions;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes the password of a member who knows the present one. */
@ApplicationScoped
class PasswordChange {

    private final Accounts accounts;
    private final OwnPassword password;
    private final Sessions sessions;
    private final SignInWays ways;
    private final Audit audit;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    PasswordChange(Accounts accounts, OwnPassword password, Sessions sessions, SignInWays ways, Audit audit) {
        this.accounts = accounts;
        this.password = password;
        this.sessions = sessions;
        this.ways = ways;
        this.audit = audit;
    }

    /**
     * Changes the password and ends all sessions.
     *
     * @return the new hash; empty if {@code errors} say why the password was not changed
     */
    Optional<String> change(Member member, PasswordForm form, FormErrors errors) {
        accounts.checkPassword(form.password(), form.passwordAgain(), member.nickname, member.email, errors);
        if (errors.any()) {
            return Optional.empty();
        }
        Optional<String> before = password.confirm(member, "currentPassword", form.currentPassword(), errors);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String hash = accounts.passwords().hash(form.password());
        String old = member.passwordHash == null ? null : before.get();
        boolean stored = NewTransaction.call(() -> {
            boolean replaced = Member.replaceHash(member.id, old, hash);
            if (replaced) {
                ways.passwordChanged(member.id);
            }
            return replaced;
        });
        if (!stored) {
            errors.add("currentPassword", messages.get().password_wrong()); // it changed after the confirmation
            return Optional.empty();
        }
        sessions.endAll(member.id);
        audit.event("password-changed", member.id);
        return Optional.of(hash);
    }
}
