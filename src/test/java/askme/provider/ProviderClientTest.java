package askme.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.provider.ProviderFailure.Reason;
import askme.provider.SignInFlow.Purpose;
import askme.support.StandInProvider;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of a provider, and of somebody who pretends to be one. */
class ProviderClientTest {

    private static final String BACK = "http://localhost/login/with/standin/callback";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static Vertx vertx;
    private static StandInProvider standIn;
    private static ProviderHttp http;
    private static ProviderClient oidc;
    private static ProviderClient github;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        standIn = new StandInProvider();
        http = new ProviderHttp(vertx, Duration.ofSeconds(5));
        oidc = new OidcClient(provider("standin"), calls("standin", http), CLOCK);
        github = new GithubClient(provider("github"), calls("github", http));
    }

    @AfterAll
    static void stop() {
        http.close();
        standIn.close();
        vertx.close();
    }

    private static Provider provider(String name) {
        return new Provider(name, name, standIn.url(), StandInProvider.CLIENT, StandInProvider.SECRET);
    }

    private static ProviderCalls calls(String name, ProviderHttp http) {
        return new ProviderCalls(provider(name), http, Duration.ofMinutes(1), CLOCK);
    }

    private static SignInFlow flow(Purpose purpose) {
        return SignInFlow.begin("standin", purpose, 0, "/", "", new SecureRandom(), CLOCK.instant());
    }

    /** The browser goes to the provider and comes back with the answer. */
    private static Map<String, String> visit(ProviderClient client, SignInFlow flow, Map<String, String> person)
            throws Exception {
        URI there = StandInProvider.as(client.authorization(flow, BACK), person);
        String location = BROWSER.send(HttpRequest.newBuilder(there).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return StandInProvider.parameters(URI.create(location).getRawQuery());
    }

    private static ExternalIdentity identify(ProviderClient client, SignInFlow flow, Map<String, String> person)
            throws Exception {
        Map<String, String> back = visit(client, flow, person);
        return client.identify(flow, new ProviderAnswer(back.get("code"), back.get("iss"), null), BACK);
    }

    private static Map<String, String> ann(String fault) {
        return Map.of("person", "ann", "email", "ann@example.net", "fault", fault);
    }

    @Test
    void personIsIssuerAndSubject() throws Exception {
        ExternalIdentity ann = identify(oidc, flow(Purpose.SIGN_IN), ann(""));

        assertThat(ann.issuer()).isEqualTo(standIn.url());
        assertThat(ann.subject()).isEqualTo("ann");
        assertThat(ann.email()).isEqualTo("ann@example.net");
        assertThat(ann.authenticatedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONG_NONCE",
                "WRONG_ISSUER",
                "WRONG_AUDIENCE",
                "EXPIRED",
                "ALG_NONE",
                "SHARED_SECRET",
                "OTHER_KEY",
                "OTHER_PARTY",
                "TWO_AUDIENCES",
                "OTHER_ACCESS_TOKEN",
            })
    void forgedTokenIsRefused(String fault) {
        assertRefused(() -> identify(oidc, flow(Purpose.SIGN_IN), ann(fault)));
    }

    @Test
    void userInformationOfSomebodyElseIsRefused() throws Exception {
        Map<String, String> withoutEmail = Map.of("person", "ann", "fault", "OTHER_SUBJECT");
        assertRefused(() -> identify(oidc, flow(Purpose.SIGN_IN), withoutEmail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNVERIFIED", "TEXT_VERIFIED"})
    void unverifiedAddressIsNotTaken(String fault) throws Exception {
        assertThat(identify(oidc, flow(Purpose.SIGN_IN), ann(fault)).email()).isNull();
    }

    @Test
    void emptyAddressIsNone() throws Exception {
        Map<String, String> nobody = Map.of("person", "ann", "email", "");
        assertThat(identify(oidc, flow(Purpose.SIGN_IN), nobody).email()).isNull();
        assertThat(identify(github, flow(Purpose.SIGN_IN), nobody).email()).isNull();
    }

    @Test
    void codeWorksOnce() throws Exception {
        SignInFlow flow = flow(Purpose.SIGN_IN);
        Map<String, String> back = visit(oidc, flow, ann(""));
        ProviderAnswer answer = new ProviderAnswer(back.get("code"), back.get("iss"), null);

        oidc.identify(flow, answer, BACK);

        assertRefused(() -> oidc.identify(flow, answer, BACK));
    }

    @Test
    void codeOfAnotherBrowserIsRefused() throws Exception {
        Map<String, String> stolen = visit(oidc, flow(Purpose.SIGN_IN), ann(""));

        assertRefused(() -> oidc.identify(
                flow(Purpose.SIGN_IN), new ProviderAnswer(stolen.get("code"), stolen.get("iss"), null), BACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://another.example", ""})
    void answerOfAnotherProviderIsRefused(String issuer) throws Exception {
        SignInFlow flow = flow(Purpose.SIGN_IN);
        Map<String, String> back = visit(oidc, flow, ann(""));

        assertRefused(() -> oidc.identify(
                flow, new ProviderAnswer(back.get("code"), issuer.isEmpty() ? null : issuer, null), BACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLD_AUTH_TIME", "NO_AUTH_TIME"})
    void oldSignInDoesNotConfirm(String fault) throws Exception {
        assertThat(oidc.authorization(flow(Purpose.CONFIRM), BACK).getQuery()).contains("max_age=0");
        assertThat(oidc.authorization(flow(Purpose.SIGN_IN), BACK).getQuery()).doesNotContain("max_age");
        assertThat(identify(oidc, flow(Purpose.SIGN_IN), ann(fault)).subject()).isEqualTo("ann");
        assertRefused(() -> identify(oidc, flow(Purpose.CONFIRM), ann(fault)));
    }

    @Test
    void freshSignInConfirms() throws Exception {
        assertThat(identify(oidc, flow(Purpose.CONFIRM), ann("")).subject()).isEqualTo("ann");
    }

    @Test
    void githubNamesNumberAndVerifiedPrimaryAddress() throws Exception {
        ExternalIdentity ann = identify(github, flow(Purpose.SIGN_IN), ann(""));
        assertThat(ann.subject()).matches("\\d+");
        assertThat(ann.name()).isEqualTo("ann");
        assertThat(ann.email()).isEqualTo("ann@example.net");
        assertThat(identify(github, flow(Purpose.SIGN_IN), ann("UNVERIFIED")).email())
                .isNull();
    }

    @Test
    void hugeReplyIsCutOff() {
        assertFails(Reason.UNAVAILABLE, () -> {
            ProviderClient own = new OidcClient(provider("standin"), calls("standin", http), CLOCK);
            identify(own, flow(Purpose.SIGN_IN), ann("HUGE"));
        });
    }

    @Test
    void hangingProviderIsNotCalledAgain() throws Exception {
        ProviderHttp impatient = new ProviderHttp(vertx, Duration.ofMillis(300));
        ProviderClient slow = new OidcClient(provider("standin"), calls("standin", impatient), CLOCK);
        SignInFlow flow = flow(Purpose.SIGN_IN);
        Map<String, String> hanging = visit(slow, flow, ann("HANGING"));
        Map<String, String> next = visit(slow, flow, ann(""));

        assertFails(
                Reason.UNAVAILABLE,
                () -> slow.identify(flow, new ProviderAnswer(hanging.get("code"), hanging.get("iss"), null), BACK));

        assertThatThrownBy(() -> slow.identify(flow, new ProviderAnswer(next.get("code"), next.get("iss"), null), BACK))
                .hasMessageContaining("is not called");
        impatient.close();
    }

    @Test
    void providerThatDoesNotListenIsUnavailable() throws IOException {
        StandInProvider gone = new StandInProvider();
        Provider there = new Provider("gone", "Gone", gone.url(), "id", "secret");
        gone.close();
        ProviderClient client =
                new OidcClient(there, new ProviderCalls(there, http, Duration.ofMinutes(1), CLOCK), CLOCK);
        assertFails(Reason.UNAVAILABLE, () -> client.authorization(flow(Purpose.SIGN_IN), BACK));
    }

    @Test
    void providerMustCallItselfAsConfigured() {
        Provider wrong = new Provider("wrong", "Wrong", standIn.url() + "/", "id", "secret");
        ProviderClient client =
                new OidcClient(wrong, new ProviderCalls(wrong, http, Duration.ofMinutes(1), CLOCK), CLOCK);
        assertRefused(() -> client.authorization(flow(Purpose.SIGN_IN), BACK));
    }

    @Test
    void secretsDifferEachTime() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            SignInFlow flow = flow(Purpose.SIGN_IN);
            for (String secret : new String[] {flow.state(), flow.nonce(), flow.verifier(), flow.challenge()}) {
                seen.merge(secret, 1, Integer::sum);
                assertThat(secret).hasSize(43);
            }
        }
        assertThat(seen).hasSize(12);
    }

    /** A call that may fail. */
    private interface Call {
        void run() throws Exception;
    }

    private static void assertRefused(Call call) {
        assertFails(Reason.REFUSED, call);
    }

    private static void assertFails(Reason reason, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(ProviderFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }
}
