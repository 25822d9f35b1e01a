package askme.account.identity;

import askme.provider.ExternalIdentity;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A person whom a provider has vouched for in this browser and who belongs to no member yet. An encrypted cookie holds it.
 *
 * @param invitation the token of an invitation, or empty
 * @param back the local path to go on to
 */
@RegisterForReflection
record PendingIdentity(
        String provider, String issuer, String subject, String name, String email, String invitation, String back) {

    static PendingIdentity of(ExternalIdentity identity, String invitation, String back) {
        return new PendingIdentity(
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                identity.name(),
                identity.email(),
                invitation,
                back);
    }

    ExternalIdentity identity() {
        return new ExternalIdentity(provider, issuer, subject, name, email, null);
    }
}
