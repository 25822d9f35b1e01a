package askme.jobs.support;

import askme.jobs.queue.Envelope;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.jobs.queue.Pusher;
import askme.jobs.queue.UuidV7;
import askme.jobs.worker.QueueKit;
import askme.resilience.Parts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The application of the crash suite: {@code redis url user password name directory queues ms}. It commits outbox rows and pushes
 * their jobs as the site does. It writes each id to one file before the commit and to another file after it. It runs until it is
 * killed.
 */
final class CrashProducer {

    private CrashProducer() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        CrashProcess.Servers servers = CrashProcess.Servers.of(args);
        Path directory = Path.of(args[5]);
        String[] queues = args[6].split(",");
        Clock clock = Clock.systemUTC();
        QueueKit kit = servers.kit();
        OutboxTable table = kit.table(servers.database().pool);
        Pusher pusher = new Pusher(kit.queue, new Parts(clock), clock);
        UuidV7 ids = new UuidV7(clock, new SecureRandom());
        try (BufferedWriter attempted = Files.newBufferedWriter(directory.resolve(args[4] + ".attempted"));
                BufferedWriter acknowledged = Files.newBufferedWriter(directory.resolve(args[4] + ".acknowledged"))) {
            for (int n = 0; ; n++) {
                String queue = queues[n % queues.length];
                Envelope job = new Envelope(
                        ids.next(),
                        "ping-" + queue,
                        queue,
                        1,
                        Envelope.tree(new Ping(n)),
                        clock.millis(),
                        null,
                        null,
                        true);
                note(attempted, job.id());
                table.insert(List.of(job), Duration.ZERO);
                note(acknowledged, job.id());
                pusher.push(List.of(new JobQueue.Push(job.id(), job.queue(), Duration.ZERO, job.json())));
                TimeUnit.MILLISECONDS.sleep(Long.parseLong(args[7]));
            }
        }
    }

    /** Writes to the kernel, which survives the death of this process. */
    private static void note(BufferedWriter file, String id) throws IOException {
        file.write(id);
        file.newLine();
        file.flush();
    }
}
