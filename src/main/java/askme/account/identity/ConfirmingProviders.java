package askme.account.identity;

import askme.provider.ConfiguredProviders;
import askme.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The providers that can prove who a member is now. */
@ApplicationScoped
public class ConfirmingProviders {

    private final Identities identities;
    private final ConfiguredProviders providers;

    ConfirmingProviders(Identities identities, ConfiguredProviders providers) {
        this.identities = identities;
        this.providers = providers;
    }

    /** Those that are connected with the member and can prove a fresh sign-in. */
    public List<Provider> of(long member) {
        return identities.of(member).stream()
                .map(line -> providers.find(line.provider()))
                .flatMap(Optional::stream)
                .filter(Provider::provesFreshSignIn)
                .distinct()
                .toList();
    }
}
