package askme.push;

import askme.outbound.OutboundUrl;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.SessionId;
import askme.web.WebConfig;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The devices of the member who sent the request. */
@ApplicationScoped
@Unremovable // templates look it up
class PushDevices {

    /** Browsers allow a service worker without TLS only here. */
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    private final Subscriptions subscriptions;
    private final VapidKeyPair keys;
    private final PushClient client;
    private final PushConfig config;
    private final WebConfig web;
    private final CurrentMember current;
    private final BrowserSession browser;

    PushDevices(
            Subscriptions subscriptions,
            VapidKeyPair keys,
            PushClient client,
            PushConfig config,
            WebConfig web,
            CurrentMember current,
            BrowserSession browser) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.client = client;
        this.config = config;
        this.web = web;
        this.current = current;
        this.browser = browser;
    }

    boolean usable() {
        return web.secure() || LOCAL.contains(web.baseUrl().getHost());
    }

    PushSection section() {
        long member = current.required().id();
        return usable()
                ? new PushSection(true, keys.publicKey(), subscriptions.of(member))
                : new PushSection(false, "", List.of());
    }

    /** Adds the device of this session. Returns false if the browser sent something unusable. */
    boolean add(String endpoint, String key, String secret, String name) {
        long member = current.required().id();
        Optional<OutboundUrl> address = OutboundUrl.of(endpoint, config.privateServices());
        byte[] browserKey = bytes(key);
        byte[] browserSecret = bytes(secret);
        if (!usable()
                || address.isEmpty()
                || browserKey.length != KEY_BYTES
                || browserSecret.length != SECRET_BYTES
                || !client.accepts(browserKey, browserSecret)) {
            return false;
        }
        byte[] session = browser.sessionId().map(SessionId::hash).orElseThrow();
        subscriptions.save(member, session, new Subscriptions.Wish(address.get(), browserKey, browserSecret, name));
        return true;
    }

    void remove(long id) {
        subscriptions.remove(current.required().id(), id);
    }

    private static byte[] bytes(String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
