package askme.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A provider of OpenID Connect in the tests' JVM, and a GitHub. Nobody types there: the test adds parameters to the address of the
 * authorization, who signs in and what goes wrong. A class of another class loader can use it, as its state is in the codes.
 */
public final class StandInProvider implements AutoCloseable {

    /** The client of each site that uses it. */
    public static final String CLIENT = "askme-test";

    public static final String SECRET = "a secret of the tests";

    private static final int RSA_BITS = 2048;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final RsaJsonWebKey otherKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> tokens = new ConcurrentHashMap<>();
    private final Semaphore hanging = new Semaphore(0);
    private final boolean namesIssuer;

    public StandInProvider() {
        this(true);
    }

    /** @param namesIssuer whether the answers name the issuer (RFC 9207) */
    public StandInProvider(boolean namesIssuer) {
        this.namesIssuer = namesIssuer;
        try {
            key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId("one");
            otherKey = RsaJwkGenerator.generateJwk(RSA_BITS);
            otherKey.setKeyId("one");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JoseException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stand-in-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The configuration of a site that uses it under these two names. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        for (String name : List.of("standin", "github")) {
            config.put("askme.oidc." + name + ".url", url());
            config.put("askme.oidc." + name + ".client-id", CLIENT);
            config.put("askme.oidc." + name + ".client-secret", SECRET);
        }
        config.put("askme.oidc.standin.label", "Stand-in");
        return config;
    }

    @Override
    public void close() {
        hanging.release(1000);
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            Map<String, String> query = parameters(call.getRequestURI().getRawQuery());
            switch (call.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(call, 200, metadata());
                case "/jwks" ->
                    json(call, 200, Map.of("keys", List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));
                case "/authorize", "/login/oauth/authorize" -> authorize(call, query);
                case "/token" -> token(call, true);
                case "/login/oauth/access_token" -> token(call, false);
                case "/userinfo" -> json(call, 200, person(call));
                case "/api/v3/user" ->
                    json(
                            call,
                            200,
                            Map.of(
                                    "id",
                                    Math.abs(person(call).get("person").hashCode()),
                                    "login",
                                    person(call).get("person")));
                case "/api/v3/user/emails" -> json(call, 200, addresses(person(call)));
                default -> json(call, 404, Map.of("error", "not_found"));
            }
        }
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", url());
        metadata.put("authorization_endpoint", url() + "/authorize");
        metadata.put("token_endpoint", url() + "/token");
        metadata.put("jwks_uri", url() + "/jwks");
        metadata.put("userinfo_endpoint", url() + "/userinfo");
        metadata.put("end_session_endpoint", url() + "/logout");
        metadata.put("authorization_response_iss_parameter_supported", namesIssuer);
        return metadata;
    }

    /** Agrees at once and sends the browser back. */
    private void authorize(HttpExchange call, Map<String, String> query) throws IOException {
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        String back = query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state")
                + (namesIssuer ? "&iss=" + URLEncoder.encode(url(), StandardCharsets.UTF_8) : "");
        call.getResponseHeaders().add("Location", back);
        call.sendResponseHeaders(302, -1);
    }

    /** A code works once, with the secret of the client and the verifier of the browser that asked. */
    private void token(HttpExchange call, boolean oidc) throws IOException {
        Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        if (asked != null && "HANGING".equals(asked.get("fault"))) {
            hanging.acquireUninterruptibly();
        }
        if (asked != null && "HUGE".equals(asked.get("fault"))) {
            json(call, 200, Map.of("access_token", "x".repeat(400_000)));
            return;
        }
        boolean known = oidc
                ? ("Basic " + basic()).equals(call.getRequestHeaders().getFirst("Authorization"))
                : SECRET.equals(form.get("client_secret"));
        if (asked == null
                || !known
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || !asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")))) {
            json(call, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String access = UUID.randomUUID().toString();
        tokens.put(access, asked);
        json(
                call,
                200,
                oidc
                        ? Map.of("access_token", access, "id_token", idToken(asked, access))
                        : Map.of("access_token", access));
    }

    private static String basic() {
        String pair = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String idToken(Map<String, String> asked, String access) {
        String fault = asked.getOrDefault("fault", "");
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", fault.equals("WRONG_ISSUER") ? "https://another.example" : url());
        claims.put("aud", fault.equals("WRONG_AUDIENCE") ? "another-client" : CLIENT);
        if (fault.equals("OTHER_PARTY")) {
            claims.put("azp", "another-client");
        } else if (fault.equals("TWO_AUDIENCES")) {
            claims.put("aud", List.of(CLIENT, "another-client"));
        }
        claims.put("at_hash", leftHalf(fault.equals("OTHER_ACCESS_TOKEN") ? "another" : access));
        claims.put("sub", asked.get("person"));
        claims.put("nonce", fault.equals("WRONG_NONCE") ? "another" : asked.get("nonce"));
        claims.put("iat", now);
        claims.put("exp", fault.equals("EXPIRED") ? now - 3600 : now + 300);
        claims.put("preferred_username", asked.get("person"));
        if (!fault.equals("NO_AUTH_TIME")) {
            claims.put("auth_time", fault.equals("OLD_AUTH_TIME") ? now - 7200 : now);
        }
        if (asked.containsKey("email") && !fault.equals("EMAIL_IN_USERINFO")) {
            claims.put("email", asked.get("email"));
            claims.put("email_verified", fault.equals("TEXT_VERIFIED") ? "true" : !fault.equals("UNVERIFIED"));
        }
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setPayload(JSON.writeValueAsString(claims));
            token.setKeyIdHeaderValue("one");
            if (fault.equals("ALG_NONE")) {
                token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                token.setAlgorithmHeaderValue("none");
            } else if (fault.equals("SHARED_SECRET")) {
                token.setAlgorithmHeaderValue("HS256");
                token.setKey(new SecretKeySpec(key.getPublicKey().getEncoded(), "HmacSHA256"));
            } else {
                token.setAlgorithmHeaderValue("RS256");
                token.setKey((fault.equals("OTHER_KEY") ? otherKey : key).getPrivateKey());
            }
            return token.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> person(HttpExchange call) {
        String header = call.getRequestHeaders().getFirst("Authorization");
        Map<String, String> asked = tokens.getOrDefault(header == null ? "" : header.replace("Bearer ", ""), Map.of());
        Map<String, String> person = new LinkedHashMap<>(asked);
        person.put(
                "sub", "OTHER_SUBJECT".equals(asked.get("fault")) ? "somebody else" : asked.getOrDefault("person", ""));
        person.putIfAbsent("person", "");
        return person;
    }

    private static List<Map<String, Object>> addresses(Map<String, String> person) {
        return List.of(
                Map.of("email", "second@example.net", "primary", false, "verified", true),
                Map.of(
                        "email",
                        person.getOrDefault("email", ""),
                        "primary",
                        true,
                        "verified",
                        !"UNVERIFIED".equals(person.get("fault"))));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
    }

    private static String leftHalf(String access) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(access), 16));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange call, int status, Object content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
    }

    /** The parameters of a query or a form. */
    public static Map<String, String> parameters(String encoded) {
        Map<String, String> found = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                found.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** {@code address} with these parameters: {@code person}, {@code email}, {@code fault}. */
    public static URI as(URI address, Map<String, String> person) {
        StringBuilder all = new StringBuilder(address.toString());
        person.forEach((name, value) ->
                all.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(all.toString());
    }
}
