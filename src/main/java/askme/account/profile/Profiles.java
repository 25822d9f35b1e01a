package askme.account.profile;

import askme.account.AccountMessages;
import askme.account.Accounts;
import askme.account.AvatarUpload;
import askme.account.OwnPassword;
import askme.account.address.Addresses;
import askme.member.ConfiguredAdmins;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.member.MemberProfile;
import askme.member.MemberProfiles;
import askme.member.Nickname;
import askme.member.NicknameSkeletons;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.session.Sessions;
import askme.web.Languages;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Objects;

/** Changes a member's own data. Each change writes only the columns of the fields that a form sent, as another form may change the rest. */
@ApplicationScoped
class Profiles {

    private static final int LONGEST_ZONE = 40;

    private final Accounts accounts;
    private final AvatarUpload avatars;
    private final OwnPassword password;
    private final Addresses addresses;
    private final MemberProfiles profiles;
    private final PictureUses pictures;
    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final NicknameSkeletons skeletons;
    private final Audit audit;
    private final PageChanges changes;
    private final LocalizedMessages<AccountMessages> accountMessages = LocalizedMessages.of(AccountMessages.class);
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    Profiles(
            Accounts accounts,
            AvatarUpload avatars,
            OwnPassword password,
            Addresses addresses,
            MemberProfiles profiles,
            PictureUses pictures,
            Sessions sessions,
            ConfiguredAdmins admins,
            NicknameSkeletons skeletons,
            Audit audit,
            PageChanges changes) {
        this.accounts = accounts;
        this.avatars = avatars;
        this.password = password;
        this.addresses = addresses;
        this.profiles = profiles;
        this.pictures = pictures;
        this.sessions = sessions;
        this.admins = admins;
        this.skeletons = skeletons;
        this.audit = audit;
        this.changes = changes;
    }

    /**
     * Changes e-mail, nickname, picture and the wish for mail, or adds to {@code errors} why not. A new e-mail is a way
     * into the account, so it needs the password (ASVS 5.0, 7.5.1).
     *
     * @return whether a link was sent to the new address, and the present one stays until it is used
     */
    boolean change(Member before, ProfileForm form, FormErrors errors) {
        long id = before.id;
        boolean newEmail = form.email() != null && !sameAddress(form.email(), before.email);
        accounts.checkFree(form.email(), form.nickname(), id, errors);
        String nickname = form.nickname() == null ? before.nickname : Nickname.Check.clean(form.nickname());
        if (admins.named(nickname) && !Nickname.Check.same(nickname, before.nickname)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
        checkChoices(form, errors);
        boolean renamed = !Nickname.Check.same(nickname, before.nickname);
        if (renamed && !errors.any() && skeletons.isTaken(nickname, id)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
        if (newEmail && !errors.any()) {
            password.confirm(before, "presentPassword", form.presentPassword(), errors);
        }
        String newAvatar = avatars.save(form.avatar(), errors);
        if (errors.any()) {
            avatars.remove(newAvatar);
            return false;
        }
        Addresses.Change address = newEmail ? changeAddress(id, form.email(), errors) : null;
        if (errors.any()) {
            avatars.remove(newAvatar);
            return false;
        }
        accounts.unlessTaken(errors, () -> write(id, form, newAvatar))
                .ifPresentOrElse(avatars::remove, () -> avatars.remove(newAvatar));
        sessions.refresh(id);
        if (!nickname.equals(before.nickname) && !errors.any()) {
            audit.event("nickname-changed", id);
        }
        return address == Addresses.Change.LINK_SENT;
    }

    private void checkChoices(ProfileForm form, FormErrors errors) {
        String language = form.language();
        if (language != null && !language.isEmpty() && !Languages.offered().contains(language)) {
            errors.add("language", accountMessages.get().unknown_choice());
        }
        String zone = form.timeZone();
        if (zone != null
                && !zone.isEmpty()
                && (zone.length() > LONGEST_ZONE
                        || !ZoneId.getAvailableZoneIds().contains(zone))) {
            errors.add("timeZone", accountMessages.get().unknown_choice());
        }
    }

    private Addresses.Change changeAddress(long id, String typed, FormErrors errors) {
        String email = EmailAddress.Check.clean(typed);
        Addresses.Change change = accounts.unlessTaken(errors, () -> addresses.change(Member.lockById(id), email))
                .orElse(Addresses.Change.TOO_MANY);
        if (change == Addresses.Change.TOO_MANY) {
            errors.add("email", accountMessages.get().too_many_mails());
        }
        if (change == Addresses.Change.DONE) {
            audit.event("email-changed", id);
        } else if (change == Addresses.Change.LINK_SENT) {
            audit.event("email-change-asked", id);
        }
        return change;
    }

    private static boolean sameAddress(String typed, String stored) {
        return stored != null && EmailAddress.Check.clean(typed).equals(EmailAddress.Check.clean(stored));
    }

    private void about(long id, ProfileForm form) {
        MemberProfile before = profiles.of(id);
        MemberProfile after = form.profile(before);
        if (!after.equals(before)) {
            profiles.store(id, after);
            pictures.record(ProfileTexts.KIND, id, after.about());
        }
        if (form.language() != null) {
            Member.chooseLanguage(id, form.language().isEmpty() ? null : form.language());
        }
        if (form.timeZone() != null) {
            Member.chooseZone(id, form.timeZone().isEmpty() ? null : form.timeZone());
        }
    }

    /** Returns the picture that is no longer shown, or "". */
    private String write(long id, ProfileForm form, String newAvatar) {
        Member member = Member.lockById(id);
        String old = member.avatar;
        String nickname = form.nickname() == null ? member.nickname : Nickname.Check.clean(form.nickname());
        String avatar = newAvatar != null ? newAvatar : form.removeAvatar() != null ? null : old;
        if (!nickname.equals(member.nickname) || !Objects.equals(avatar, old)) {
            changes.site();
        }
        if (member.mailAnswers && !form.wantsMail(true)) {
            Member.chooseNoAnswers(id);
        }
        about(id, form);
        Member.replaceProfile(id, nickname, avatar, form.wantsMail(member.mailAnswers));
        if (!Nickname.Check.same(nickname, member.nickname)) {
            skeletons.replace(id, nickname);
        }
        return old == null || old.equals(avatar) ? "" : old;
    }
}
