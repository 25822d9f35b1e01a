package askme.account;

import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import askme.member.ConfiguredAdmins;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.member.Nickname;
import askme.member.NicknameSkeletons;
import askme.resilience.Causes;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.LocalizedMessages;
import askme.web.WebConfig;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and finds accounts, and checks what they may be changed to. */
@ApplicationScoped
public class Accounts {

    /** The names of members who deleted their account. */
    private static final Pattern FORMER = Pattern.compile("former-\\d+.*", Pattern.CASE_INSENSITIVE);

    private final PasswordHasher hasher;
    private final ConfiguredAdmins admins;
    private final NicknameSkeletons skeletons;
    private final Settings settings;
    private final String host;
    private final Session hibernate;
    private final Outbox outbox;
    private final Clock clock;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    Accounts(
            AccountConfig config,
            ConfiguredAdmins admins,
            NicknameSkeletons skeletons,
            Settings settings,
            WebConfig web,
            Session hibernate,
            Outbox outbox,
            Clock clock) {
        AccountConfig.Password cost = config.password();
        this.hasher = new PasswordHasher(cost.memoryKib(), cost.iterations(), cost.concurrency());
        this.admins = admins;
        this.skeletons = skeletons;
        this.settings = settings;
        this.host = Objects.requireNonNullElse(web.baseUrl().getHost(), "");
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PasswordHasher passwords() {
        return hasher;
    }

    /** The account with this nickname or e-mail, in any case. The collation alone would take {@code ádmin} for admin. */
    public Optional<Member> named(String login) {
        String name = login.strip();
        return name.indexOf('@') >= 0
                ? byEmail(name)
                        .filter(m -> EmailAddress.Check.clean(m.email).equalsIgnoreCase(EmailAddress.Check.clean(name)))
                : Member.byNickname(Nickname.Check.clean(name))
                        .filter(m -> m.nickname.equalsIgnoreCase(Nickname.Check.clean(name)));
    }

    /** The account with this address. Older accounts may have the domain in its alphabet, others have its ASCII form. */
    private static Optional<Member> byEmail(String typed) {
        String address = EmailAddress.Check.clean(typed);
        return Member.byEmail(address).or(() -> Optional.of(EmailAddress.Check.readable(address))
                .filter(readable -> !readable.equals(address))
                .flatMap(Member::byEmail));
    }

    /** Adds an error beside the field if this member may not have the new password or its repetition differs. */
    public void checkPassword(String password, String again, String nickname, String email, FormErrors errors) {
        PasswordRules.fault(password, nickname, email, siteNames())
                .ifPresent(fault -> errors.add(
                        "password",
                        switch (fault) {
                            case MISSING -> messages.get().password_missing();
                            case SHORT -> messages.get().password_short();
                            case LONG -> messages.get().password_long();
                            case COMMON -> messages.get().password_common();
                            case PERSONAL -> messages.get().password_personal();
                        }));
        if (password != null && !password.isEmpty() && !password.equals(again)) {
            errors.add("passwordAgain", messages.get().password_differs());
        }
    }

    /** Words that nobody needs to know the member to guess: ours, the name of the site and the parts of its address. */
    private List<String> siteNames() {
        List<String> names =
                new ArrayList<>(List.of(SettingKeys.NAME.fallback(), settings.get(SettingKeys.NAME), host));
        names.addAll(List.of(host.split("\\.")));
        return names;
    }

    /**
     * Adds an error if the e-mail or nickname belongs to a member other than {@code self} (0: to any member), or if nobody may
     * take the nickname. A member who has such a nickname already keeps it.
     */
    public void checkFree(String email, String nickname, long self, FormErrors errors) {
        if (email != null && byEmail(email).filter(m -> m.id != self).isPresent()) {
            errors.add("email", messages.get().email_taken());
        }
        if (nickname == null || nickname.isBlank()) {
            return;
        }
        String name = Nickname.Check.clean(nickname);
        Optional<Member> owner = Member.byNickname(name);
        if (owner.filter(m -> m.id != self).isPresent()) {
            errors.add("nickname", messages.get().nickname_taken());
        } else if (owner.filter(m -> Nickname.Check.same(m.nickname, name)).isEmpty()
                && (Nickname.Check.nameless(name)
                        || FORMER.matcher(name).matches()
                        || Nickname.Check.uncommon(name)
                        || admins.reserved(name))) {
            errors.add("nickname", messages.get().nickname_refused());
        } else if (self == 0 && skeletons.isTaken(name, self)) {
            errors.add("nickname", messages.get().nickname_taken());
        }
    }

    /**
     * Stores a new account and counts it. Empty if a concurrent request took the e-mail or nickname after the check: then
     * {@code errors} say so, as the check would have.
     *
     * @param permits is asked first, in the same transaction; if it says no, the result is empty and nothing is stored
     * @param also runs last, in the same transaction
     */
    public Optional<Member> create(
            NewAccount account, FormErrors errors, BooleanSupplier permits, Consumer<Member> also) {
        String hash = account.password() == null ? null : hasher.hash(account.password());
        return unlessTaken(errors, () -> permits.getAsBoolean() ? Optional.of(store(account, hash, also)) : none())
                .flatMap(Function.identity());
    }

    private static Optional<Member> none() {
        return Optional.empty();
    }

    private Member store(NewAccount account, String hash, Consumer<Member> also) {
        Member member = new Member();
        member.email = EmailAddress.Check.clean(account.email());
        member.nickname = Nickname.Check.clean(account.nickname());
        member.passwordHash = hash;
        member.avatar = account.avatar();
        member.mustConfirm = account.mustConfirm();
        member.joinedAt = clock.instant();
        member.persistAndFlush();
        skeletons.replace(member.id, member.nickname);
        hibernate
                .createNativeMutationQuery("UPDATE site_counter SET value = value + 1 WHERE name = 'members'")
                .executeUpdate();
        outbox.record(new MemberJoined(member.id));
        also.accept(member);
        return member;
    }

    /** Runs {@code change} in a transaction, again after a deadlock. If it violates a unique key, the result is empty and the field has an error. */
    public <T> Optional<T> unlessTaken(FormErrors errors, Supplier<T> change) {
        try {
            return Optional.of(NewTransaction.call(change));
        } catch (RuntimeException e) {
            String key = uniqueKey(e);
            if (key.contains("member_email")) {
                errors.add("email", messages.get().email_taken());
            } else if (key.contains("member_nickname") || key.contains("nickname_skeleton_once")) {
                errors.add("nickname", messages.get().nickname_taken());
            } else {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String uniqueKey(Throwable error) {
        return Causes.find(error, ConstraintViolationException.class)
                .map(violation -> violation.getConstraintName() + " "
                        + violation.getSQLException().getMessage())
                .orElse("");
    }
}
