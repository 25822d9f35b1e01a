package askme.webhook;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.outbound.OutboundUrl;
import askme.web.security.Encryption;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The receivers of webhooks. */
@ApplicationScoped
public class Endpoints {

    /** The most receivers of a site. */
    public static final int MOST = 50;

    private static final String COLUMNS =
            "SELECT id, url, kinds, active, made_at, failing_since, switched_off_at FROM webhook_endpoint";

    static final String LIST = COLUMNS + " ORDER BY id LIMIT " + MOST;

    static final String FIND = COLUMNS + " WHERE id = ?";

    private static final String ADD = "INSERT INTO webhook_endpoint (url, kinds, secret, made_at) VALUES (?, ?, ?, ?)";

    /** Switching it on begins the days of failures from the start. */
    private static final String CHANGE = "UPDATE webhook_endpoint SET kinds = ?, active = ?,"
            + " failing_since = IF(active = 0, NULL, failing_since), switched_off_at = NULL WHERE id = ?";

    static final String PURPOSE = "webhook";

    private final SecureRandom random = new SecureRandom();
    private final WebhookTable table;
    private final WebhookConfig config;
    private final Encryption encryption;
    private final Clock clock;

    Endpoints(WebhookTable table, WebhookConfig config, Encryption encryption, Clock clock) {
        this.table = table;
        this.config = config;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** A new receiver, and its secret, which is not shown again. */
    @TemplateData
    public record Added(long id, String secret) {}

    public List<Endpoint> list() {
        return table.query(LIST, Endpoints::endpoint);
    }

    public Optional<Endpoint> find(long id) {
        return table.query(FIND, Endpoints::endpoint, id).stream().findFirst();
    }

    /** Whether the configuration allows this address. */
    public boolean accepts(String url) {
        return OutboundUrl.of(url, config.privateAddresses()).isPresent();
    }

    public Added add(String url, Collection<WebhookKind> kinds) {
        WebhookSecret secret = WebhookSecret.random(random);
        String encrypted = encryption.encrypt(PURPOSE, secret.text());
        long id = NewTransaction.call(() -> table.insert(ADD, url, stored(kinds), encrypted, clock.instant()));
        return new Added(id, secret.text());
    }

    public void change(long id, Collection<WebhookKind> kinds, boolean active) {
        NewTransaction.run(() -> table.update(CHANGE, stored(kinds), active, id));
    }

    /** Removes a receiver and its deliveries. */
    public void remove(long id) {
        NewTransaction.run(() -> table.update("DELETE FROM webhook_endpoint WHERE id = ?", id));
    }

    private static String stored(Collection<WebhookKind> kinds) {
        return kinds.stream().map(WebhookKind::stored).collect(Collectors.joining(","));
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getLong("id"),
                row.getString("url"),
                Arrays.stream(row.getString("kinds").split(","))
                        .map(WebhookKind::of)
                        .toList(),
                row.getBoolean("active"),
                Jdbc.instant(row, "made_at"),
                Jdbc.instant(row, "failing_since"),
                Jdbc.instant(row, "switched_off_at"));
    }
}
