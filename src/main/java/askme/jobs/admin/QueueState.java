package askme.jobs.admin;

import java.time.Duration;

/**
 * One queue at one moment.
 *
 * @param depth jobs that wait
 * @param age since the event of the job at the head was recorded; zero where none waits
 * @param delayed jobs that wait for their time, retries among them
 * @param busy jobs that workers have taken
 * @param paused whether workers leave it alone
 * @param processed jobs done, ever (as long as Redis remembers)
 * @param failed deliveries that failed
 * @param buried jobs given up
 * @param perMinute jobs done within the last minute
 */
public record QueueState(
        String name,
        long depth,
        Duration age,
        long delayed,
        long busy,
        boolean paused,
        long processed,
        long failed,
        long buried,
        long perMinute) {}
