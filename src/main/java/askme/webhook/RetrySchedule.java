package askme.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The pauses between the attempts of a delivery, as the Standard Webhooks specification proposes them: about three days together. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A pause is longer by up to a tenth, so that deliveries that failed together do not return together. */
    private static final double SPREAD = 0.1;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /** The pause after {@code attempts} failed attempts; empty if the delivery is dead. */
    Optional<Duration> after(int attempts) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(attempts - 1);
        return Optional.of(pause.plusMillis((long) (pause.toMillis() * SPREAD * random.nextDouble())));
    }
}
