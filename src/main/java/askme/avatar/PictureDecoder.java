package askme.avatar;

import askme.member.Busy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decodes uploaded pictures on a separate thread, one at a time. The thread of the request waits for a limited time. */
final class PictureDecoder {

    private final ExecutorService decoding = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "avatar-decoder");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration longestWait;

    PictureDecoder(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /**
     * As {@link AvatarPicture#square}.
     *
     * @throws Busy if the picture is not decoded in time
     */
    AvatarPicture.Encoded square(byte[] file) throws AvatarPicture.Refused {
        Future<AvatarPicture.Encoded> result = decoding.submit(() -> AvatarPicture.square(file));
        try {
            return result.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AvatarPicture.Refused refused) {
                throw refused;
            }
            throw new IllegalStateException("the picture cannot be decoded", e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new Busy("avatars");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("avatars");
        }
    }
}
