package askme.picture.storage;

import askme.resilience.Bulkhead;
import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Pictures in a bucket of an S3-compatible server. A reader gets a picture from this process, which copies it to its disk first:
 * a slow reader keeps neither memory nor a connection to the bucket. A bucket that fails or hangs occupies few threads, each for a
 * limited time, and is not used for a pause.
 */
final class PictureBucket implements PictureStorage {

    /** Of the threads that render pages, so many may use the bucket, and so many may wait for it. */
    private static final int CONCURRENCY = 6;

    private static final int MOST_WAITING = 4;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final S3Client client;
    private final String bucket;
    private final LocalCopies copies;
    private final OutageLog use;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private volatile boolean available = true;

    PictureBucket(S3Client client, StorageConfig.Bucket config, LocalCopies copies, OutageLog use, Clock clock) {
        this.client = client;
        this.bucket = config.name().orElseThrow();
        this.copies = copies;
        this.use = use;
        this.breaker = new CircuitBreaker(config.pause(), clock);
        this.bulkhead = new Bulkhead(CONCURRENCY, MOST_WAITING, Duration.ofSeconds(1));
    }

    @Override
    public void save(String name, byte[] picture) {
        String type = name.endsWith("png") ? "image/png" : "image/jpeg";
        call(() -> client.putObject(
                put -> put.bucket(bucket).key(name).contentType(type), RequestBody.fromBytes(picture)));
    }

    @Override
    public Optional<Path> find(String name) {
        Optional<Path> copy = copies.find(name);
        return copy.isPresent() ? copy : call(() -> download(name));
    }

    private Optional<Path> download(String name) {
        try {
            return Optional.of(copies.add(
                    name, part -> client.getObject(get -> get.bucket(bucket).key(name), part)));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw new StorageUnavailable(e.toString(), e);
        }
    }

    @Override
    public void remove(String name) {
        call(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)));
        copies.remove(name);
    }

    private <T> T call(Supplier<T> call) {
        if (breaker.isOpen()) {
            throw new StorageUnavailable("it failed a moment ago", null);
        }
        return bulkhead.call(() -> answered(call))
                .orElseThrow(() -> new StorageUnavailable("too many wait for it", null));
    }

    private <T> T answered(Supplier<T> call) {
        try {
            T result = call.get();
            available = true;
            use.ends();
            return result;
        } catch (SdkException e) {
            available = false;
            use.begins(e);
            boolean answers = e instanceof S3Exception refused && refused.statusCode() < SERVER_ERROR;
            if (!answers) {
                breaker.open();
            }
            throw new StorageUnavailable(e.getMessage(), e);
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public String kind() {
        return "bucket";
    }
}
