package askme.account;

import askme.avatar.AvatarPicture;
import askme.avatar.AvatarStore;
import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.member.Nickname;
import askme.session.Sessions;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Changes of a member's own data. Each writes its own columns only: another form may be changing the rest. */
@ApplicationScoped
class Profiles {

    private final Accounts accounts;
    private final AvatarStore avatars;
    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final SignIn signIn;
    private final Audit audit;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    Profiles(
            Accounts accounts,
            AvatarStore avatars,
            Sessions sessions,
            ConfiguredAdmins admins,
            SignIn signIn,
            Audit audit) {
        this.accounts = accounts;
        this.avatars = avatars;
        this.sessions = sessions;
        this.admins = admins;
        this.signIn = signIn;
        this.audit = audit;
    }

    /** Stores the upload (none: null) and returns its name, or null; what is wrong with it becomes an error beside the field. */
    String avatar(FileUpload upload, FormErrors errors) {
        if (!AvatarStore.chosen(upload)) {
            return null;
        }
        try {
            return avatars.save(upload);
        } catch (AvatarPicture.Refused e) {
            errors.add(
                    "avatar",
                    switch (e.fault()) {
                        case TOO_LARGE -> messages.get().avatar_large();
                        case NOT_A_PICTURE -> messages.get().avatar_no_picture();
                        case TOO_MANY_PIXELS -> messages.get().avatar_pixels();
                        case MISNAMED -> messages.get().avatar_misnamed();
                    });
            return null;
        }
    }

    /** Makes an account; a picture of one that could not be made is removed again. */
    Member signUp(SignUpForm form, FormErrors errors) {
        String avatar = errors.any() ? null : avatar(form.avatar(), errors);
        Member made =
                errors.any() ? null : accounts.create(form, avatar, errors).orElse(null);
        if (made == null) {
            avatars.remove(avatar);
        }
        return made;
    }

    /**
     * Changes e-mail, nickname, picture and the wish for mail; says by {@code errors} why not. Another e-mail is a way into
     * the account, so it takes the password (ASVS 5.0, 7.5.1).
     */
    void change(long id, ProfileForm form, FormErrors errors) {
        Member before = Member.findById(id);
        boolean newEmail = form.email() != null && !form.email().strip().equals(before.email);
        accounts.checkFree(form.email(), form.nickname(), id, errors);
        String nickname = form.nickname() == null ? "" : Nickname.Check.clean(form.nickname());
        if (admins.named(nickname) && !Nickname.Check.same(nickname, before.nickname)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
        if (newEmail && !errors.any()) {
            confirm(before, "presentPassword", form.presentPassword(), errors);
        }
        String made = errors.any() ? null : avatar(form.avatar(), errors);
        if (errors.any()) {
            return;
        }
        accounts.unlessTaken(errors, () -> write(id, form, nickname, made))
                .ifPresentOrElse(avatars::remove, () -> avatars.remove(made));
        sessions.refresh(id);
        if (newEmail && !errors.any()) {
            audit.event("email-changed", id);
        }
        if (!nickname.equals(before.nickname) && !errors.any()) {
            audit.event("nickname-changed", id);
        }
    }

    /** Returns the name of the picture that is shown no more, "" where there is none. */
    private static String write(long id, ProfileForm form, String nickname, String made) {
        Member member = Member.locked(id);
        String old = member.avatar;
        String avatar = made != null ? made : form.removeAvatar() != null ? null : old;
        Member.replaceProfile(id, form.email().strip(), nickname, avatar, form.wantsMail(member.mailAnswers));
        return old == null || old.equals(avatar) ? "" : old;
    }

    /**
     * Changes the password for whoever knows the present one, and ends all sessions.
     *
     * @return the member with what is stored now
     */
    Member changePassword(long id, PasswordForm form, FormErrors errors) {
        Member member = Member.findById(id);
        accounts.checkPassword(form.password(), form.passwordAgain(), member.nickname, member.email, errors);
        if (errors.any()) {
            return member;
        }
        Member confirmed = confirm(member, "currentPassword", form.currentPassword(), errors);
        if (errors.any()) {
            return member;
        }
        String hash = accounts.passwords().hash(form.password());
        String before = confirmed.passwordHash;
        if (!QuarkusTransaction.requiringNew().call(() -> Member.replaceHash(id, before, hash))) {
            errors.add("currentPassword", messages.get().password_wrong()); // changed since it was confirmed
            return member;
        }
        confirmed.passwordHash = hash;
        sessions.endAll(id);
        audit.event("password-changed", id);
        return confirmed;
    }

    /** The member as the password was checked by; adds beside {@code field} why {@code typed} (may be null) is not theirs. */
    private Member confirm(Member member, String field, String typed, FormErrors errors) {
        if (typed == null || typed.isEmpty()) {
            errors.add(field, messages.get().password_needed());
            return member;
        }
        SignIn.Outcome outcome = signIn.confirm(member, typed);
        if (outcome.member().isEmpty()) {
            int minutes = (int) outcome.pause().plusMinutes(1).toMinutes();
            errors.add(
                    field,
                    outcome.pause().isZero()
                            ? messages.get().password_wrong()
                            : messages.get().sign_in_wait(minutes));
        }
        return outcome.member().orElse(member);
    }
}
