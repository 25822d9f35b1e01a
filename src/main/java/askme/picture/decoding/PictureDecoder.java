package askme.picture.decoding;

import askme.member.Busy;
import askme.resilience.Bulkhead;
import askme.resilience.RequestDeadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decodes uploaded pictures on a separate thread, one at a time. The thread of the request waits for a limited time, and few
 * requests wait.
 */
@ApplicationScoped
public class PictureDecoder {

    /** One picture is decoded at a time: the sizes of heap and native memory are measured for one. */
    private static final int CONCURRENCY = 1;

    /** Uploads that wait hold threads that pages need, so the next one is refused. */
    private static final int MOST_WAITING = 2;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ExecutorService decoding = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "avatar-decoder"); // older than pictures in posts; dashboards may use it
        thread.setDaemon(true);
        return thread;
    });

    private final Bulkhead bulkhead;
    private final Duration longestWait;

    @Inject
    PictureDecoder() {
        this(new Bulkhead(CONCURRENCY, MOST_WAITING, LONGEST_WAIT), LONGEST_WAIT);
    }

    public PictureDecoder(Bulkhead bulkhead, Duration longestWait) {
        this.bulkhead = bulkhead;
        this.longestWait = longestWait;
    }

    /** Makes something of the bytes of an uploaded file. */
    @FunctionalInterface
    public interface Conversion<T> {
        T of(byte[] file) throws PictureRefused, IOException;
    }

    /**
     * Applies {@code conversion} to the bytes of the file.
     *
     * @throws PictureRefused if it cannot
     * @throws Busy if too many pictures wait, or this one is not decoded in time
     */
    public <T> T convert(Path file, Conversion<T> conversion) throws PictureRefused {
        return RequestDeadline.excluding(() ->
                        bulkhead.call(() -> await(decoding.submit(() -> conversion.of(Files.readAllBytes(file))))))
                .orElseThrow(PictureDecoder::busy);
    }

    private <T> T await(Future<T> result) throws PictureRefused {
        try {
            return result.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PictureRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("the picture cannot be decoded", e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Busy busy() {
        return new Busy("pictures");
    }
}
