package askme.account.identity;

import askme.member.Member;
import askme.provider.ConfiguredProviders;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Counts the ways in which a member can sign in, so that nobody removes the last one. The caller has locked the member. */
@ApplicationScoped
public class WaysIn {

    static final String OTHER_PASSKEYS = "SELECT COUNT(*) FROM passkey WHERE member_id = ?1 AND id <> ?2";

    private final IdentityTable identities;
    private final ConfiguredProviders providers;
    private final Session hibernate;

    WaysIn(IdentityTable identities, ConfiguredProviders providers, Session hibernate) {
        this.identities = identities;
        this.providers = providers;
        this.hibernate = hibernate;
    }

    boolean hasOtherThanIdentity(Member member, long identity) {
        return hasIdentity(member.id, identity) || !providers.areTheOnlyWay() && hasOwnWay(member, 0);
    }

    /** Whether the member can sign in without this passkey. */
    public boolean hasOtherThanPasskey(Member member, long passkey) {
        return hasIdentity(member.id, 0) || hasOwnWay(member, passkey);
    }

    private boolean hasIdentity(long member, long except) {
        return identities.of(member).stream()
                .anyMatch(line ->
                        line.id() != except && providers.find(line.provider()).isPresent());
    }

    private boolean hasOwnWay(Member member, long exceptPasskey) {
        return member.passwordHash != null
                || hibernate
                                .createNativeQuery(OTHER_PASSKEYS, Long.class)
                                .setParameter(1, member.id)
                                .setParameter(2, exceptPasskey)
                                .getSingleResult()
                        > 0;
    }
}
