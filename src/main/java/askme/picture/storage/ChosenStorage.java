package askme.picture.storage;

import askme.resilience.OutageLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The storage that the configuration names: the bucket if it has one, otherwise the directory. */
class ChosenStorage {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final String COPIES = "bucket-copies";

    /** Made at the start, so that the metric exists before the first picture. */
    @Produces
    @ApplicationScoped
    @Startup
    PictureStorage storage(StorageConfig config, MeterRegistry metrics, Clock clock) {
        PictureStorage storage = of(config, clock);
        Gauge.builder("askme.pictures.unavailable", () -> storage.available() ? 0 : 1)
                .description("1 while the storage of pictures does not answer")
                .tag("storage", storage.kind())
                .register(metrics);
        return storage;
    }

    static PictureStorage of(StorageConfig config, Clock clock) {
        OutageLog use = new OutageLog("storage of pictures", clock);
        StorageConfig.Bucket bucket = config.bucket();
        if (bucket.name().isEmpty()) {
            return new PictureDirectory(config.uploadsDir(), use);
        }
        LocalCopies copies = new LocalCopies(
                config.uploadsDir().resolve(COPIES), bucket.copies().asLongValue());
        copies.adopt(clock.instant());
        return new PictureBucket(client(bucket), bucket, copies, use, clock);
    }

    /** A client with a limit for each step. It tries once: a reader would wait for each repetition. */
    private static S3Client client(StorageConfig.Bucket config) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(
                        limits -> limits.apiCallTimeout(config.timeout().plus(CONNECT))
                                .retryStrategy(DefaultRetryStrategy.doNotRetry()))
                // Other servers than Amazon's do not know the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .forcePathStyle(config.pathStyle());
        config.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(StorageConfig.Bucket config) {
        if (config.accessKey().isEmpty() || config.secretKey().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                config.accessKey().orElseThrow(), config.secretKey().orElseThrow()));
    }
}
