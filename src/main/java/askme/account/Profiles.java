package askme.account;

import askme.avatar.AvatarStore;
import askme.database.NewTransaction;
import askme.member.ConfiguredAdmins;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.member.Nickname;
import askme.member.NicknameSkeletons;
import askme.pagecache.PageChanges;
import askme.picture.decoding.PictureRefused;
import askme.session.Sessions;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Changes a member's own data. Each change writes only its own columns, as another form may change the rest. */
@ApplicationScoped
class Profiles {

    private final Accounts accounts;
    private final AvatarStore avatars;
    private final JoinCheck joining;
    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final NicknameSkeletons skeletons;
    private final SignIn signIn;
    private final Audit audit;
    private final PageChanges changes;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    Profiles(
            Accounts accounts,
            AvatarStore avatars,
            JoinCheck joining,
            Sessions sessions,
            ConfiguredAdmins admins,
            NicknameSkeletons skeletons,
            SignIn signIn,
            Audit audit,
            PageChanges changes) {
        this.accounts = accounts;
        this.avatars = avatars;
        this.joining = joining;
        this.sessions = sessions;
        this.admins = admins;
        this.skeletons = skeletons;
        this.signIn = signIn;
        this.audit = audit;
        this.changes = changes;
    }

    /**
     * Stores the uploaded picture.
     *
     * @param upload may be null
     * @return the picture's name; null if no file came or {@code errors} say why it was refused
     */
    private String saveAvatar(FileUpload upload, FormErrors errors) {
        if (!AvatarStore.chosen(upload)) {
            return null;
        }
        try {
            return avatars.save(upload);
        } catch (PictureRefused e) {
            errors.add(
                    "avatar",
                    switch (e.fault()) {
                        case TOO_LARGE -> messages.get().avatar_large();
                        case NOT_A_PICTURE -> messages.get().avatar_no_picture();
                        case TOO_MANY_PIXELS -> messages.get().avatar_pixels();
                    });
            return null;
        }
    }

    /**
     * Makes an account. If that fails, its picture is removed again.
     *
     * @return the new member; null if {@code errors} say why there is no account
     */
    Member signUp(SignUpForm form, FormErrors errors) {
        String avatar = saveAvatar(form.avatar(), errors); // always, so that all errors are shown at once
        Member member = errors.any() ? null : create(form, avatar, errors);
        if (member == null) {
            avatars.remove(avatar);
        }
        return member;
    }

    private Member create(SignUpForm form, String avatar, FormErrors errors) {
        NewAccount account = new NewAccount(form.email(), form.nickname(), form.password(), avatar);
        Optional<Member> member = accounts.create(account, errors, () -> joining.use(form), made -> {});
        if (member.isEmpty() && !errors.any()) {
            errors.add("email", joining.ended());
        }
        return member.orElse(null);
    }

    /**
     * Changes e-mail, nickname, picture and the wish for mail, or adds to {@code errors} why not. A new e-mail is a way
     * into the account, so it needs the password (ASVS 5.0, 7.5.1).
     */
    void change(long id, ProfileForm form, FormErrors errors) {
        Member before = Member.findById(id);
        boolean newEmail = form.email() != null
                && !EmailAddress.Check.clean(form.email()).equals(EmailAddress.Check.clean(before.email));
        accounts.checkFree(form.email(), form.nickname(), id, errors);
        String nickname = form.nickname() == null ? "" : Nickname.Check.clean(form.nickname());
        if (admins.named(nickname) && !Nickname.Check.same(nickname, before.nickname)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
        boolean renamed = !Nickname.Check.same(nickname, before.nickname);
        if (renamed && !errors.any() && skeletons.isTaken(nickname, id)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
        if (newEmail && !errors.any()) {
            confirmedHash(before, "presentPassword", form.presentPassword(), errors);
        }
        String newAvatar = saveAvatar(form.avatar(), errors);
        if (errors.any()) {
            avatars.remove(newAvatar);
            return;
        }
        accounts.unlessTaken(errors, () -> write(id, form, nickname, newAvatar))
                .ifPresentOrElse(avatars::remove, () -> avatars.remove(newAvatar));
        sessions.refresh(id);
        if (newEmail && !errors.any()) {
            audit.event("email-changed", id);
        }
        if (!nickname.equals(before.nickname) && !errors.any()) {
            audit.event("nickname-changed", id);
        }
    }

    /** Returns the name of the replaced picture, or "" if none was replaced. */
    private String write(long id, ProfileForm form, String nickname, String newAvatar) {
        Member member = Member.lockById(id);
        String old = member.avatar;
        String avatar = newAvatar != null ? newAvatar : form.removeAvatar() != null ? null : old;
        if (!nickname.equals(member.nickname) || !Objects.equals(avatar, old)) {
            changes.site();
        }
        if (member.mailAnswers && !form.wantsMail(true)) {
            Member.chooseNoAnswers(id);
        }
        Member.replaceProfile(
                id, EmailAddress.Check.clean(form.email()), nickname, avatar, form.wantsMail(member.mailAnswers));
        if (!Nickname.Check.same(nickname, member.nickname)) {
            skeletons.replace(id, nickname);
        }
        return old == null || old.equals(avatar) ? "" : old;
    }

    /**
     * Changes the password of a member who knows the present one, and ends all sessions.
     *
     * @return the new hash; empty if {@code errors} say why the password was not changed
     */
    Optional<String> changePassword(long id, PasswordForm form, FormErrors errors) {
        Member member = Member.findById(id);
        accounts.checkPassword(form.password(), form.passwordAgain(), member.nickname, member.email, errors);
        if (errors.any()) {
            return Optional.empty();
        }
        Optional<String> before = confirmedHash(member, "currentPassword", form.currentPassword(), errors);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String hash = accounts.passwords().hash(form.password());
        if (!NewTransaction.call(() -> Member.replaceHash(id, before.get(), hash))) {
            errors.add("currentPassword", messages.get().password_wrong()); // it changed after the confirmation
            return Optional.empty();
        }
        sessions.endAll(id);
        audit.event("password-changed", id);
        return Optional.of(hash);
    }

    /** The stored hash that {@code typed} (may be null) matches; if empty, an error beside {@code field} says why. */
    private Optional<String> confirmedHash(Member member, String field, String typed, FormErrors errors) {
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
