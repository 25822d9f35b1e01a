package askme.account.address;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.web.WebConfig;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The links that are mailed to addresses. A link works once, until its end. A later link of the same purpose replaces it. Each
 * method is part of the caller's transaction.
 */
@ApplicationScoped
public class AddressLinks {

    /** Mails to one address within {@link #WINDOW}: enough if some land in a spam folder, too few to flood an inbox. */
    static final int MOST = 3;

    static final Duration WINDOW = Duration.ofHours(1);

    private static final String COLUMNS = "SELECT l.id, l.member_id, l.purpose, l.email, l.made_at FROM address_link l";

    static final String FIND = COLUMNS + " WHERE l.token_hash = :hash AND l.ends_at > :now AND l.ended_at IS NULL";

    static final String BY_ID = COLUMNS + " WHERE l.id = :id AND l.ends_at > :now AND l.ended_at IS NULL";

    static final String OPEN = COLUMNS
            + " WHERE l.member_id = :member AND l.purpose = :purpose AND l.ends_at > :now AND l.ended_at IS NULL"
            + " ORDER BY l.id DESC LIMIT 1";

    static final String SENT = "SELECT COUNT(*) AS n FROM address_link WHERE email = :email AND made_at > :since";

    static final String SENT_BY =
            "SELECT COUNT(*) AS n FROM address_link WHERE member_id = :member AND made_at > :since";

    static final String SWEEP = "DELETE FROM address_link WHERE ends_at < :before ORDER BY ends_at LIMIT 200";

    private final Session hibernate;
    private final Outbox outbox;
    private final AddressToken tokens;
    private final String baseUrl;
    private final Clock clock;

    AddressLinks(Session hibernate, Outbox outbox, Signer signer, WebConfig web, Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.clock = clock;
        tokens = new AddressToken(signer);
        baseUrl = web.baseUrl().toString();
    }

    /**
     * Makes a link and records the event that mails it.
     *
     * @param email as it is stored
     * @return false, and no link, if the address or the member got too many links lately
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean make(long member, AddressPurpose purpose, String email) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // The owner of the old address must hear of each change. A change has needed a link to the new address before.
        if (purpose != AddressPurpose.UNDO && isTooMany(member, email, now.minus(WINDOW))) {
            return false;
        }
        if (purpose != AddressPurpose.UNDO) {
            end(member, purpose, now);
        }
        hibernate
                .createNativeMutationQuery(
                        "INSERT INTO address_link (member_id, purpose, email, token_hash, made_at, ends_at)"
                                + " VALUES (:member, :purpose, :email, :hash, :now, :ends)")
                .setParameter("member", member)
                .setParameter("purpose", purpose.stored())
                .setParameter("email", email)
                .setParameter("hash", AddressToken.hash(tokens.of(member, purpose, email, now)))
                .setParameter("now", now)
                .setParameter("ends", now.plus(purpose.validity()))
                .executeUpdate();
        long id = hibernate
                .createNativeQuery("SELECT LAST_INSERT_ID() AS id", Long.class)
                .addScalar("id", Long.class)
                .getSingleResult();
        outbox.record(new AddressLinkMade(id));
        return true;
    }

    private boolean isTooMany(long member, String email, Instant since) {
        return count(SENT, "email", email, since) >= MOST || count(SENT_BY, "member", member, since) >= 2 * MOST;
    }

    private long count(String sql, String name, Object value, Instant since) {
        return hibernate
                .createNativeQuery(sql, Long.class)
                .addScalar("n", Long.class)
                .setParameter(name, value)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** The link with this token; empty if it is forged, used, replaced or too old. */
    @Transactional
    public Optional<AddressLink> find(String token) {
        return one(query(FIND).setParameter("hash", AddressToken.hash(token)).setParameter("now", clock.instant()));
    }

    /** The link of this purpose that the member can still use. */
    @Transactional
    public Optional<AddressLink> open(long member, AddressPurpose purpose) {
        return one(query(OPEN)
                .setParameter("member", member)
                .setParameter("purpose", purpose.stored())
                .setParameter("now", clock.instant()));
    }

    /** Ends the link because it is used. Returns false if a concurrent request was first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean use(AddressLink link) {
        return hibernate
                        .createNativeMutationQuery(
                                "UPDATE address_link SET ended_at = :now WHERE id = :id AND ended_at IS NULL AND ends_at > :now")
                        .setParameter("id", link.id())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Ends the links that could still change the address, because it was changed in another way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endPending(long member) {
        end(member, AddressPurpose.CONFIRM, clock.instant());
        end(member, AddressPurpose.CHANGE, clock.instant());
    }

    private void end(long member, AddressPurpose purpose, Instant now) {
        hibernate
                .createNativeMutationQuery("UPDATE address_link SET ended_at = :now"
                        + " WHERE member_id = :member AND purpose = :purpose AND ended_at IS NULL")
                .setParameter("member", member)
                .setParameter("purpose", purpose.stored())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Ends all links that were made after this one, because the owner of its address has taken the account back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endLater(AddressLink link) {
        hibernate
                .createNativeMutationQuery("UPDATE address_link SET ended_at = :now"
                        + " WHERE member_id = :member AND id > :id AND ended_at IS NULL")
                .setParameter("member", link.memberId())
                .setParameter("id", link.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The mail with the link; empty if the link has ended or its member has no account any longer. */
    @Transactional
    public Optional<MailedLink> mail(AddressLinkMade event) {
        return one(query(BY_ID).setParameter("id", event.linkId()).setParameter("now", clock.instant()))
                .flatMap(
                        link -> Member.<Member>findByIdOptional(link.memberId()).map(member -> mail(link, member)));
    }

    private MailedLink mail(AddressLink link, Member member) {
        String token = tokens.of(link.memberId(), link.purpose(), link.email(), link.madeAt());
        return new MailedLink(
                link.purpose(),
                link.email(),
                member.nickname,
                member.email == null ? "" : EmailAddress.Check.readable(member.email),
                baseUrl + AddressPaths.link(token),
                member.language);
    }

    @Transactional
    int sweep() {
        return hibernate
                .createNativeMutationQuery(SWEEP)
                .setParameter("before", clock.instant())
                .executeUpdate();
    }

    private NativeQuery<Object[]> query(String sql) {
        return hibernate.createNativeQuery(sql, Object[].class);
    }

    private static Optional<AddressLink> one(NativeQuery<Object[]> query) {
        return query.addScalar("id", Long.class)
                .addScalar("member_id", Long.class)
                .addScalar("purpose", String.class)
                .addScalar("email", String.class)
                .addScalar("made_at", Instant.class)
                .setTupleTransformer((values, names) -> link(new Row(values, names)))
                .uniqueResultOptional();
    }

    private static AddressLink link(Row row) {
        return new AddressLink(
                row.id("id"),
                row.id("member_id"),
                AddressPurpose.ofStored(row.text("purpose")),
                row.text("email"),
                row.moment("made_at"));
    }
}
