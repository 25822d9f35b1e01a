package askme.resilience;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Waits for results of asynchronous clients. No other class may wait for one: a caller that gives up a result which holds
 * a connection must release it when it comes.
 */
public final class TimeLimit {

    private TimeLimit() {}

    /** The result did not come in time. */
    public static final class Exceeded extends RuntimeException {

        Exceeded(Duration limit) {
            super("no answer within " + limit.toMillis() + " ms");
        }
    }

    /**
     * Waits for {@code future}, at most {@code limit}.
     *
     * @param tooLate receives a result that comes after that
     * @throws Exceeded if the result did not come in time, or the thread was interrupted
     * @throws ExecutionException with the failure of the future
     */
    public static <T> T await(Future<T> future, Duration limit, Consumer<T> tooLate) throws ExecutionException {
        CompletableFuture<T> result = new CompletableFuture<>();
        future.onComplete(done -> {
            boolean taken =
                    done.succeeded() ? result.complete(done.result()) : result.completeExceptionally(done.cause());
            if (!taken && done.succeeded()) {
                tooLate.accept(done.result());
            }
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return lastMoment(result, new Exceeded(limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lastMoment(result, new Exceeded(limit));
        }
    }

    /** The result, if it came between the end of the wait and this call. Otherwise it comes too late from now on. */
    private static <T> T lastMoment(CompletableFuture<T> result, Exceeded exceeded) throws ExecutionException {
        if (result.completeExceptionally(exceeded)) {
            throw exceeded;
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exceeded;
        }
    }

    /**
     * Waits for {@code uni}, at most {@code limit}, and cancels it then. Only for a result that holds nothing.
     *
     * @throws RuntimeException the failure, or a timeout
     */
    public static <T> T await(Uni<T> uni, Duration limit) {
        return uni.await().atMost(limit);
    }
}
