package askme.factor;

import askme.factor.SignInWayChanged.Change;
import askme.member.Member;
import askme.provider.ConfiguredProviders;
import askme.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/**
 * The ways to sign in that an account got before anybody proved to own its address. Somebody else may have made the account with this
 * address, and wait for its owner to use it.
 */
@ApplicationScoped
public class UnprovenWays {

    static final String PROVIDERS = "SELECT provider FROM member_identity WHERE member_id = ?1 ORDER BY id LIMIT 20";
    static final String REMOVE_IDENTITIES = "DELETE FROM member_identity WHERE member_id = ?1";

    private final Session hibernate;
    private final PasskeyTable passkeys;
    private final ConfiguredProviders providers;
    private final SignInWays ways;

    UnprovenWays(Session hibernate, PasskeyTable passkeys, ConfiguredProviders providers, SignInWays ways) {
        this.hibernate = hibernate;
        this.passkeys = passkeys;
        this.providers = providers;
        this.ways = ways;
    }

    /**
     * Removes them, because the owner of the address has just set the first password that only the owner knows. An account with a
     * second step keeps all: the new password alone does not open it.
     *
     * @param member is locked by the caller
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Member member) {
        if (member.secondFactor) {
            return;
        }
        List<String> names = hibernate
                .createNativeQuery(PROVIDERS, String.class)
                .addScalar("provider", String.class)
                .setParameter(1, member.id)
                .list();
        hibernate
                .createNativeMutationQuery(REMOVE_IDENTITIES)
                .setParameter(1, member.id)
                .executeUpdate();
        for (String name : names) {
            String label = providers.find(name).map(Provider::label).orElse(name);
            ways.changed(member.id, Change.IDENTITY_REMOVED, label);
        }
        for (PasskeyTable.Line passkey : passkeys.of(member.id)) {
            passkeys.remove(passkey.id(), member.id);
            ways.changed(member.id, Change.PASSKEY_REMOVED, passkey.name());
        }
    }
}
