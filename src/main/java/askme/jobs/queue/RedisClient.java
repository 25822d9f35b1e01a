package askme.jobs.queue;

import askme.jobs.RedisException;
import askme.resilience.TimeLimit;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A client of one Redis database for threads that may block. Each command has a time limit; scripts are called by their hash. */
public final class RedisClient {

    private final Redis redis;
    private final Duration timeout;
    private final Consumer<Duration> roundTrips;

    /**
     * @param timeout the time limit of a command
     * @param roundTrips receives the duration of each answered command
     */
    public RedisClient(Redis redis, Duration timeout, Consumer<Duration> roundTrips) {
        this.redis = redis;
        this.timeout = timeout;
        this.roundTrips = roundTrips;
    }

    /** A separate connection for a command that blocks. The caller closes it. */
    RedisConnection connect() {
        return await(redis.connect(), timeout, RedisConnection::close);
    }

    /** @throws RedisException if Redis is down or refuses the command */
    public Response call(Request request) {
        long start = System.nanoTime();
        Response answer = await(redis.send(request), timeout);
        roundTrips.accept(Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }

    /** @throws RedisException if Redis is down or the script fails */
    public Response run(Script script, List<String> args) {
        long start = System.nanoTime();
        Response answer = await(send(script, args), timeout);
        roundTrips.accept(Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }

    /** Runs the script without waiting. Sends its text if Redis does not know its hash. */
    Future<Response> send(Script script, List<String> args) {
        return redis.send(request(Command.EVALSHA, script.sha1, args)).recover(failure -> {
            String message = failure.getMessage();
            return message != null && message.startsWith("NOSCRIPT")
                    ? redis.send(request(Command.EVAL, script.text, args))
                    : Future.failedFuture(failure);
        });
    }

    private static Request request(Command command, String script, List<String> args) {
        Request request = Request.cmd(command).arg(script).arg(0);
        args.forEach(request::arg);
        return request;
    }

    /** @throws RedisException if the future fails, or is not completed in time */
    public static Response await(Future<Response> future, Duration timeout) {
        return await(future, timeout, late -> {});
    }

    private static <T> T await(Future<T> future, Duration timeout, Consumer<T> tooLate) {
        try {
            return TimeLimit.await(future, timeout, tooLate);
        } catch (ExecutionException e) {
            throw new RedisException(e.getCause());
        } catch (TimeLimit.Exceeded e) {
            throw new RedisException(e);
        }
    }
}
