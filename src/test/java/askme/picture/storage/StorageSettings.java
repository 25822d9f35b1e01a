package askme.picture.storage;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A configuration for tests: a directory, or a bucket if {@code port} is not 0. */
record StorageSettings(Path uploadsDir, int port, String secret, long copiedBytes) implements StorageConfig {

    static StorageSettings directory(Path folder) {
        return new StorageSettings(folder, 0, "", 0);
    }

    static StorageSettings bucket(Path folder, int port) {
        return new StorageSettings(folder, port, S3Server.SECRET_KEY, 1_000);
    }

    @Override
    public Bucket bucket() {
        return new Bucket() {
            @Override
            public Optional<String> name() {
                return port == 0 ? Optional.empty() : Optional.of(S3Server.BUCKET);
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(URI.create("http://127.0.0.1:" + port));
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of(S3Server.ACCESS_KEY);
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secret);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(5);
            }

            @Override
            public MemorySize copies() {
                return new MemorySize(BigInteger.valueOf(copiedBytes));
            }
        };
    }
}
