package askme.resilience;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches a failure and its causes. The transaction manager reports the cause of a failed commit as a suppressed exception. */
public final class Causes {

    /** More than any library nests. A chain that contains itself must end too. */
    private static final int MAX_LENGTH = 50;

    private Causes() {}

    /** {@code failure}, its cause, the cause of that one, and so on. After each come its suppressed exceptions with their causes. */
    public static Stream<Throwable> of(Throwable failure) {
        return chain(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(Causes::chain)));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_LENGTH);
    }

    /** The first of {@code failure} and its causes that is a {@code type}. */
    public static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return find(failure, type, cause -> true);
    }

    /** The first of {@code failure} and its causes that is a {@code type} for which {@code condition} holds. */
    public static <T> Optional<T> find(Throwable failure, Class<T> type, Predicate<T> condition) {
        return of(failure)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .findFirst();
    }

    /** Whether {@code failure} or one of its causes is a {@code type}. */
    public static boolean include(Throwable failure, Class<?> type) {
        return find(failure, type).isPresent();
    }
}
