package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for localhost: {@code cert.pem} and {@code key.pem} in a separate directory. */
final class TlsCertificate {

    final Path home;

    TlsCertificate(Path openssl) throws IOException, InterruptedException {
        home = Files.createTempDirectory("tls");
        String[] request = ("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                        + " -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem")
                .split(" ");
        Programs.Result made = Programs.run(
                home,
                Map.of(),
                Stream.concat(Stream.of(openssl.toString()), Stream.of(request)).toArray(String[]::new));
        assertThat(made.code()).as(made.output()).isZero();
    }

    /** A context that trusts only this certificate. */
    SSLContext trust() throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream in = Files.newInputStream(home.resolve("cert.pem"))) {
            known.setCertificateEntry(
                    "localhost", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
