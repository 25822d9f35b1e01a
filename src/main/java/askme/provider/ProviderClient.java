package askme.provider;

import java.net.URI;
import java.util.Optional;

/** Speaks to one provider: by OpenID Connect, or as GitHub does. */
public interface ProviderClient {

    Provider provider();

    /**
     * The address at the provider to which the browser is sent.
     *
     * @param redirectUri where it comes back
     */
    URI authorization(SignInFlow flow, String redirectUri) throws ProviderFailure;

    /**
     * The person who came back.
     *
     * @param answer the parameters with which the browser came back; {@code state} is checked already
     */
    ExternalIdentity identify(SignInFlow flow, ProviderAnswer answer, String redirectUri) throws ProviderFailure;

    /**
     * The address at the provider that ends the session there; empty if the provider has no such address.
     *
     * @param back the absolute address to which the provider leads back
     */
    Optional<URI> signOut(String back);
}
