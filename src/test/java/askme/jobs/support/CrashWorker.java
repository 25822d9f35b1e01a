package askme.jobs.support;

import askme.jobs.Queues;
import askme.jobs.worker.QueueKit;
import askme.jobs.worker.Worker;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A worker process of the crash suite: {@code redis url user password name when nth [smtp-port api key]}. It kills itself with
 * {@code kill -9} at its nth job, {@code before} or {@code after} the effect, or {@code never}. With an SMTP server and a hub,
 * it also sends each job to one of them.
 */
final class CrashWorker {

    private CrashWorker() {}

    public static void main(String[] args) throws SQLException {
        CrashProcess.Servers servers = CrashProcess.Servers.of(args);
        String name = args[4];
        String when = args[5];
        int nth = Integer.parseInt(args[6]);
        CrashDatabase database = servers.database();
        AtomicInteger jobs = new AtomicInteger();
        CrashSinks sinks = args.length > 7 ? CrashSinks.of(args) : CrashSinks.NONE;
        Pings.Effect effect = (ping, job) -> {
            boolean last = jobs.incrementAndGet() == nth;
            if (last && when.equals("before")) {
                die();
            }
            sinks.take(job);
            database.execute("INSERT INTO delivery (job, worker) VALUES (?, ?)", job.id(), name);
            database.execute(
                    "INSERT IGNORE INTO effect (job, number, queue) VALUES (?, ?, ?)",
                    job.id(),
                    ping.number(),
                    job.queue());
            if (last && when.equals("after")) {
                die();
            }
        };
        QueueKit kit = servers.kit();
        Worker worker = kit.worker(
                kit.table(database.pool), new Pings(Queues.MAIL, effect), new Pings(Queues.REALTIME, effect));
        Runtime.getRuntime().addShutdownHook(new Thread(worker::stop));
        worker.start();
    }

    private static void die() throws InterruptedException {
        CrashProcess.signal(ProcessHandle.current().pid(), "KILL");
        new CountDownLatch(1).await();
    }
}
