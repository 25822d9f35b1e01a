package askme.account.claim;

import askme.account.Accounts;
import askme.account.address.Addresses;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Codes with which imported members get their accounts. A code works once, for one member who has no password yet. */
@ApplicationScoped
class Claims {

    static final Duration VALIDITY = Duration.ofDays(14);

    static final String PUT =
            "INSERT INTO claim_code (member_id, code_hash, made_at, ends_at) VALUES (:member, :hash, :now, :end)"
                    + " ON DUPLICATE KEY UPDATE code_hash = VALUES(code_hash), made_at = VALUES(made_at), ends_at = VALUES(ends_at)";

    static final String FIND = "SELECT m.* FROM claim_code c JOIN member m ON m.id = c.member_id"
            + " WHERE c.code_hash = :hash AND c.ends_at > :now AND m.password_hash IS NULL";

    private static final String CLAIM =
            "UPDATE member SET email = :email, must_confirm = :confirm, password_hash = :password, mail_answers = 1"
                    + " WHERE id = :id AND password_hash IS NULL";

    private final Accounts accounts;
    private final Addresses addresses;
    private final Session hibernate;
    private final Clock clock;

    Claims(Accounts accounts, Addresses addresses, Session hibernate, Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** A new code for a member; the one before is not valid any longer. Empty if the member has a password. */
    @Transactional
    Optional<String> make(Member member) {
        if (member.passwordHash != null) {
            return Optional.empty();
        }
        String code = ClaimCode.next();
        Instant now = clock.instant();
        hibernate
                .createNativeMutationQuery(PUT)
                .setParameter("member", member.id)
                .setParameter("hash", ClaimCode.hash(code))
                .setParameter("now", now)
                .setParameter("end", now.plus(VALIDITY))
                .executeUpdate();
        return Optional.of(code);
    }

    /** The member whose account the code gives; empty if it is wrong, used or too old. */
    @Transactional
    Optional<Member> find(String code) {
        return hibernate
                .createNativeQuery(FIND, Member.class)
                .setParameter("hash", ClaimCode.hash(code))
                .setParameter("now", clock.instant())
                .uniqueResultOptional();
    }

    /**
     * Gives the account its address and password. The address has to be confirmed like that of a new member. Empty if {@code errors}
     * say why not, or if the account was claimed at the same time.
     */
    Optional<Member> claim(Member member, ClaimForm form, FormErrors errors) {
        String email = EmailAddress.Check.clean(form.email());
        String hash = accounts.passwords().hash(form.password());
        boolean claimed = accounts.unlessTaken(errors, () -> store(member.id, email, hash))
                .orElse(false);
        return claimed ? Member.findByIdOptional(member.id) : Optional.empty();
    }

    private boolean store(long id, String email, String hash) {
        int changed = hibernate
                .createNativeMutationQuery(CLAIM)
                .setParameter("email", email)
                .setParameter("confirm", addresses.required())
                .setParameter("password", hash)
                .setParameter("id", id)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery("DELETE FROM claim_code WHERE member_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (changed == 1 && addresses.required()) {
            addresses.sendConfirmation(Member.lockById(id));
        }
        return changed == 1;
    }
}
