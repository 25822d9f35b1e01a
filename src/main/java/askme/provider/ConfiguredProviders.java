package askme.provider;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The providers of the configuration. A wrong one stops the start. */
@ApplicationScoped
@Startup
public class ConfiguredProviders {

    private final Map<String, ProviderClient> clients = new LinkedHashMap<>();
    private final Settings settings;
    private final ProviderHttp http;

    ConfiguredProviders(Vertx vertx, ProvidersConfig config, Settings settings, Clock clock) {
        this.settings = settings;
        http = new ProviderHttp(vertx, config.providers().timeout());
        new TreeMap<>(config.oidc())
                .forEach((name, named) -> Provider.of(name, named).ifPresent(provider -> {
                    ProviderCalls calls =
                            new ProviderCalls(provider, http, config.providers().pause(), clock);
                    clients.put(
                            name,
                            provider.isGithub()
                                    ? new GithubClient(provider, calls)
                                    : new OidcClient(provider, calls, clock));
                }));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** All of them, by name. */
    public List<Provider> all() {
        return clients.values().stream().map(ProviderClient::provider).toList();
    }

    /** The client of this provider; empty if it is not configured. */
    public Optional<ProviderClient> client(String name) {
        return Optional.ofNullable(clients.get(name));
    }

    /** The provider of this name; empty if it is not configured (any longer). */
    public Optional<Provider> find(String name) {
        return client(name).map(ProviderClient::provider);
    }

    /** Whether members sign in by providers only. Without a provider nobody could, so then the setting has no effect. */
    public boolean areTheOnlyWay() {
        return !clients.isEmpty() && settings.get(SettingKeys.ONLY_PROVIDERS);
    }
}
