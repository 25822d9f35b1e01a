package askme.account;

import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.MemberMessages;
import askme.member.Nickname;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** Making, finding and changing accounts. */
@ApplicationScoped
class Accounts {

    private final PasswordHasher hasher;
    private final ConfiguredAdmins admins;
    private final Session database;
    private final Clock clock;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    Accounts(AccountConfig config, ConfiguredAdmins admins, Session database, Clock clock) {
        AccountConfig.Password cost = config.password();
        this.hasher = new PasswordHasher(cost.memoryKib(), cost.iterations(), cost.concurrency());
        this.admins = admins;
        this.database = database;
        this.clock = clock;
    }

    PasswordHasher passwords() {
        return hasher;
    }

    /** The account of exactly this nickname or e-mail but for case; the collation alone would let {@code ádmin} be admin. */
    Optional<Member> named(String login) {
        String name = login.strip();
        return name.indexOf('@') >= 0
                ? Member.byEmail(name).filter(m -> m.email.equalsIgnoreCase(name))
                : Member.byNickname(Nickname.Check.clean(name))
                        .filter(m -> m.nickname.equalsIgnoreCase(Nickname.Check.clean(name)));
    }

    /** Adds what is wrong with a new password for this person, beside its two fields. */
    void checkPassword(String password, String again, String nickname, String email, FormErrors errors) {
        PasswordRules.fault(password, nickname, email)
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

    /**
     * Adds that e-mail or nickname belong to somebody other than {@code self} (0: to anybody), or that nobody may take the
     * nickname; who bears it already keeps it.
     */
    void checkFree(String email, String nickname, long self, FormErrors errors) {
        if (email != null
                && Member.byEmail(email.strip()).filter(m -> m.id != self).isPresent()) {
            errors.add("email", messages.get().email_taken());
        }
        if (nickname == null || nickname.isBlank()) {
            return;
        }
        String name = Nickname.Check.clean(nickname);
        Optional<Member> bearer = Member.byNickname(name);
        if (bearer.filter(m -> m.id != self).isPresent()) {
            errors.add("nickname", messages.get().nickname_taken());
        } else if (bearer.filter(m -> Nickname.Check.same(m.nickname, name)).isEmpty()
                && (Nickname.Check.nameless(name) || admins.reserved(name))) {
            errors.add("nickname", messages.get().nickname_refused());
        }
    }

    /**
     * Stores a new account and counts it. Somebody may have taken the name since it was checked: then the unique key
     * decides, {@code errors} say so as the check would have, and the answer is empty.
     */
    Optional<Member> create(SignUpForm form, String avatar, FormErrors errors) {
        Member member = new Member();
        member.email = form.email().strip();
        member.nickname = Nickname.Check.clean(form.nickname());
        member.passwordHash = hasher.hash(form.password());
        member.avatar = avatar;
        member.joinedAt = clock.instant();
        return unlessTaken(errors, () -> {
            member.persistAndFlush();
            database.createNativeMutationQuery("UPDATE site_counter SET value = value + 1 WHERE name = 'members'")
                    .executeUpdate();
            return member;
        });
    }

    /** Runs {@code change} in a transaction of its own; a unique key it meets becomes an error beside the field. */
    <T> Optional<T> unlessTaken(FormErrors errors, Supplier<T> change) {
        try {
            return Optional.of(QuarkusTransaction.requiringNew().call(change::get));
        } catch (RuntimeException e) {
            String key = uniqueKey(e);
            if (key.contains("member_email")) {
                errors.add("email", messages.get().email_taken());
            } else if (key.contains("member_nickname")) {
                errors.add("nickname", messages.get().nickname_taken());
            } else {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String uniqueKey(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof ConstraintViolationException violation) {
                return violation.getConstraintName() + " "
                        + violation.getSQLException().getMessage();
            }
        }
        return "";
    }
}
