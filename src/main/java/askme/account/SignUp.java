package askme.account;

import askme.account.address.Addresses;
import askme.member.Member;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes the account of somebody who fills in the form. */
@ApplicationScoped
class SignUp {

    private final Accounts accounts;
    private final AvatarUpload avatars;
    private final JoinCheck joining;
    private final Addresses addresses;

    SignUp(Accounts accounts, AvatarUpload avatars, JoinCheck joining, Addresses addresses) {
        this.accounts = accounts;
        this.avatars = avatars;
        this.joining = joining;
        this.addresses = addresses;
    }

    /**
     * Makes an account. If that fails, its picture is removed again.
     *
     * @param errors those found before; the errors of the account and of the invitation are added
     * @return the new member; null if {@code errors} say why there is no account
     */
    Member make(SignUpForm form, FormErrors errors) {
        accounts.checkPassword(form.password(), form.passwordAgain(), form.nickname(), form.email(), errors);
        accounts.checkFree(form.email(), form.nickname(), 0, errors);
        joining.check(form, errors);
        String avatar = avatars.save(form.avatar(), errors); // always, so that all errors are shown at once
        Member member = errors.any() ? null : create(form, avatar, errors);
        if (member == null) {
            avatars.remove(avatar);
        }
        return member;
    }

    private Member create(SignUpForm form, String avatar, FormErrors errors) {
        NewAccount account =
                new NewAccount(form.email(), form.nickname(), form.password(), avatar, addresses.required());
        Optional<Member> member = accounts.create(account, errors, () -> joining.use(form), made -> {
            if (made.mustConfirm) {
                addresses.sendConfirmation(made);
            }
        });
        if (member.isEmpty() && !errors.any()) {
            errors.add("email", joining.ended());
        }
        return member.orElse(null);
    }
}
