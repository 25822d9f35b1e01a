package askme.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** An account. Rating and counts change by a delta in SQL: reading and writing them back would lose updates. */
@Entity
public class Member extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Null if the member has no address: no mail goes out, and no password is reset. */
    public String email;

    /** When a link sent to the address was used; null if never. Only then does the address prove anything. */
    @Column(name = "email_confirmed_at", updatable = false)
    public Instant emailConfirmedAt;

    /** Whether nothing is posted and mailed until the address is confirmed. */
    @Column(name = "must_confirm", updatable = false)
    public boolean mustConfirm;

    public String nickname;

    /** Null if the member has no password. */
    @Column(name = "password_hash")
    public String passwordHash;

    /** The name of the stored picture, or null. */
    public String avatar;

    @Column(name = "joined_at")
    public Instant joinedAt;

    @Column(updatable = false)
    public int rating;

    @Column(name = "question_count", updatable = false)
    public int questionCount;

    @Column(name = "answer_count", updatable = false)
    public int answerCount;

    /** Whether the member receives a mail for each answer to an own question. */
    @Column(name = "mail_answers")
    public boolean mailAnswers = true;

    @Column(updatable = false)
    public boolean admin;

    @Column(updatable = false)
    public boolean moderator;

    /** Whether an administrator has suspended the account: nobody can sign in with it. */
    @Column(updatable = false)
    public boolean suspended;

    /** The end of the suspension; null without one. */
    @Column(name = "suspended_until", updatable = false)
    public Instant suspendedUntil;

    /** The reason of the suspension, for the member. */
    @Column(name = "suspension_reason", updatable = false)
    public String suspensionReason = "";

    /** Whether a sign-in needs a second factor. */
    @Column(name = "second_factor", updatable = false)
    public boolean secondFactor;

    /** The language of mails, two letters, from the member's last sign-in; null means the site's default. */
    public String language;

    /** When the account will be deleted; null if its member did not ask for that. */
    @Column(name = "delete_at", updatable = false)
    public Instant deleteAt;

    /** The language that the member chose, two letters; null: the browser's. */
    @Column(name = "chosen_language", updatable = false)
    public String chosenLanguage;

    /** The time zone; null if it was never learned. */
    @Column(name = "time_zone", updatable = false, insertable = false)
    public String timeZone;

    /** Whether the member chose the time zone, instead of the browser. */
    @Column(name = "zone_chosen", updatable = false)
    public boolean zoneChosen;

    public MemberRef ref() {
        return new MemberRef(id, nickname, avatar, rating);
    }

    public Role role() {
        return Role.of(admin, moderator);
    }

    public static Optional<Member> byNickname(String nickname) {
        return find("nickname", nickname).firstResultOptional();
    }

    /** The member who had this nickname before. Another member may have it now, so {@link #byNickname} is asked first. */
    public static Optional<Member> byFormerNickname(String nickname) {
        return getSession()
                .createNativeQuery(
                        "SELECT m.* FROM former_nickname f JOIN member m ON m.id = f.member_id WHERE f.nickname = ?1",
                        Member.class)
                .setParameter(1, nickname)
                .uniqueResultOptional();
    }

    public static Optional<Member> byEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /**
     * Locks the rows of two members in the order of their ids, so that two members who vote for each other cannot
     * deadlock. Every transaction locks in the order question, answer, members, votes.
     */
    public static void lock(long one, long other) {
        getSession()
                .createNativeQuery("SELECT id FROM member WHERE id IN (?1, ?2) ORDER BY id FOR UPDATE", Long.class)
                .addScalar("id", Long.class)
                .setParameter(1, one)
                .setParameter(2, other)
                .getResultList();
    }

    /**
     * Locks the author's row before a post is inserted. The foreign key takes a shared lock on it: two transactions that
     * both hold it and then update a count would deadlock.
     */
    public static void lock(long id) {
        lock(id, id);
    }

    /** Reads and locks one member's row until the transaction ends. Native, as MariaDB does not know FOR UPDATE OF. */
    public static Member lockById(long id) {
        return (Member) getEntityManager()
                .createNativeQuery("SELECT * FROM member WHERE id = ?1 FOR UPDATE", Member.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    public static void addRating(long id, int delta) {
        update("rating = rating + ?1 where id = ?2", delta, id);
    }

    public static void addQuestions(long id, int delta) {
        update("questionCount = questionCount + ?1 where id = ?2", delta, id);
    }

    /** Stores whether the member receives mails about new answers. */
    public static void setMailAnswers(long id, boolean wanted) {
        update("mailAnswers = ?1 where id = ?2", wanted, id);
    }

    /**
     * Stores that the member chose no mail about answers. Without such a row, a member who has turned answers off gets no mail at
     * all ({@code MailChoices}).
     */
    public static void chooseNoAnswers(long id) {
        getSession()
                .createNativeMutationQuery(
                        "INSERT INTO mail_choice (member_id, kind, pace) VALUES (?1, 'answer', 'never')"
                                + " ON DUPLICATE KEY UPDATE pace = 'never'")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Sets the language of the member's mails, two letters. */
    public static void setLanguage(long id, String language) {
        update("language = ?1 where id = ?2", language, id);
    }

    /** Stores the language that the member chose, for pages and mails. Null: that of the browser, and of the last sign-in for mails. */
    public static void chooseLanguage(long id, String language) {
        update("chosenLanguage = ?1, language = coalesce(?1, language) where id = ?2", language, id);
    }

    /** Stores the time zone that the member chose. Null: that of the browser. */
    public static void chooseZone(long id, String zone) {
        update("timeZone = coalesce(?1, timeZone), zoneChosen = ?2 where id = ?3", zone, zone != null, id);
    }

    /** Replaces the hash {@code before}, null for none. Returns false, and changes nothing, if the password changed in between. */
    public static boolean replaceHash(long id, String before, String after) {
        return update("passwordHash = ?1 where id = ?2 and passwordHash is not distinct from ?3", after, id, before)
                == 1;
    }

    /** Changes the member's own data. A nickname that is given up is kept for links to it. */
    public static void replaceProfile(long id, String nickname, String avatar, boolean mailAnswers) {
        getEntityManager()
                .createNativeQuery("INSERT INTO former_nickname (nickname, member_id)"
                        + " SELECT nickname, id FROM member WHERE id = ?1 AND nickname <> ?2"
                        + " ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)")
                .setParameter(1, id)
                .setParameter(2, nickname)
                .executeUpdate();
        update("nickname = ?1, avatar = ?2, mailAnswers = ?3 where id = ?4", nickname, avatar, mailAnswers, id);
    }

    /**
     * Stores the address. One that is confirmed lets the member post.
     *
     * @param confirmedAt when a link sent to it was used; null if none was
     */
    public static void setAddress(long id, String email, Instant confirmedAt) {
        getSession()
                .createNativeMutationQuery("UPDATE member SET email = :email, email_confirmed_at = :at,"
                        + " must_confirm = IF(:confirmed, 0, must_confirm) WHERE id = :id")
                .setParameter("email", email)
                .setParameter("at", confirmedAt, Instant.class)
                .setParameter("confirmed", confirmedAt != null)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Whether the member cannot sign in at the moment {@code now}. A suspension ends without any change of the row. */
    public boolean isSuspended(Instant now) {
        return suspended && (suspendedUntil == null || suspendedUntil.isAfter(now));
    }

    /** @param until null without an end */
    public static void suspend(long id, Instant until, String reason) {
        update("suspended = true, suspendedUntil = ?1, suspensionReason = ?2 where id = ?3", until, reason, id);
    }

    public static void liftSuspension(long id) {
        update("suspended = false, suspendedUntil = null, suspensionReason = '' where id = ?1", id);
    }

    /** Stores the role. The flag {@code moderator} is false for an administrator, so taking that role makes a member. */
    public static void giveRole(long id, Role role) {
        update("admin = ?1, moderator = ?2 where id = ?3", role == Role.ADMINISTRATOR, role == Role.MODERATOR, id);
    }
}
