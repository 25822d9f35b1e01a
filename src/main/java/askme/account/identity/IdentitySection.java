package askme.account.identity;

import askme.provider.ConfiguredProviders;
import askme.provider.Provider;
import askme.session.CurrentMember;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Objects;

/** The providers with which the reader signs in, for the tags of pages. */
@TemplateData
record IdentitySection(List<Provider> all, List<Connected> connected, boolean only) {

    /** One identity of the reader. */
    @TemplateData
    record Connected(IdentityTable.Line line, Provider provider) {}

    /** Whether the reader signs in with an account of {@code provider} already. More than one is possible. */
    public boolean has(Provider provider) {
        return connected.stream().anyMatch(one -> one.provider().equals(provider));
    }

    /** For guests: the providers of the site. */
    @TemplateExtension(namespace = "providers")
    static IdentitySection offered() {
        ConfiguredProviders providers =
                Arc.container().instance(ConfiguredProviders.class).get();
        return new IdentitySection(providers.all(), List.of(), providers.areTheOnlyWay());
    }

    /** For a member: the identities too. One whose provider is no longer configured is left out. */
    @TemplateExtension(namespace = "providers")
    static IdentitySection mine() {
        ConfiguredProviders providers =
                Arc.container().instance(ConfiguredProviders.class).get();
        long member =
                Arc.container().instance(CurrentMember.class).get().required().id();
        List<Connected> connected = Arc.container().instance(Identities.class).get().of(member).stream()
                .map(line -> providers
                        .find(line.provider())
                        .map(provider -> new Connected(line, provider))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return new IdentitySection(providers.all(), connected, providers.areTheOnlyWay());
    }
}
