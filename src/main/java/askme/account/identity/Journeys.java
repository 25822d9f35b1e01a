package askme.account.identity;

import askme.provider.SignInFlow;
import askme.session.UsedOnce;
import askme.web.WebConfig;
import askme.web.security.EncryptedCookie;
import askme.web.security.Encryption;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The cookies of a journey to a provider: the journey until the browser is back, then the person until an account exists. */
@ApplicationScoped
class Journeys {

    private static final Duration TO_CHOOSE = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoutingContext routing;
    private final UsedOnce used;
    private final Clock clock;
    private final EncryptedCookie journey;
    private final EncryptedCookie pending;

    Journeys(RoutingContext routing, UsedOnce used, Encryption encryption, WebConfig config, Clock clock) {
        this.routing = routing;
        this.used = used;
        this.clock = clock;
        journey = new EncryptedCookie("journey", SignInFlow.LIFE, encryption, config, clock);
        pending = new EncryptedCookie("identity", TO_CHOOSE, encryption, config, clock);
    }

    void begin(SignInFlow flow) {
        journey.set(routing, json(flow));
    }

    /** The journey of this browser, if it ends with this state (may be null). Each journey ends once. */
    Optional<SignInFlow> end(String provider, String state) {
        Optional<SignInFlow> begun = journey.get(routing)
                .map(text -> read(text, SignInFlow.class))
                .filter(flow -> flow.isEndedBy(provider, state, clock.instant()));
        if (begun.isPresent()) {
            journey.clear(routing);
        }
        return begun.filter(flow -> used.use(flow.state(), SignInFlow.LIFE));
    }

    void remember(PendingIdentity identity) {
        pending.set(routing, json(identity));
    }

    Optional<PendingIdentity> pending() {
        return pending.get(routing).map(text -> read(text, PendingIdentity.class));
    }

    void forget() {
        pending.clear(routing);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only this class wrote it: the cookie is encrypted. Another version may have written it differently. */
    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
