package askme.jobs.support;

import askme.jobs.Job;
import askme.jobs.Queues;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The recipients of the effects of jobs, as on the site: an SMTP server for the queue of mail, and a hub for publications. */
public interface CrashSinks {

    /** No recipient. */
    CrashSinks NONE = job -> {};

    String RECIPIENT = "crash@example.org";

    Duration TIMEOUT = Duration.ofSeconds(5);

    /** Returns once the server has confirmed the job. Throws an exception if it did not. */
    void take(Job job) throws Exception;

    /** The recipients in the last three arguments of a worker: SMTP port, URL and key of the hub's API. */
    static CrashSinks of(String[] args) {
        MailClient mail = MailClient.create(
                Vertx.vertx(), new MailConfig().setHostname("127.0.0.1").setPort(Integer.parseInt(args[7])));
        HttpClient http = HttpClient.newHttpClient();
        return job -> {
            if (job.queue().equals(Queues.MAIL)) {
                mail.sendMail(new MailMessage("askme@localhost", RECIPIENT, job.id(), "Ping"))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } else {
                publish(http, args[8], args[9], job);
            }
        };
    }

    private static void publish(HttpClient http, String api, String key, Job job)
            throws IOException, InterruptedException {
        String body = "{\"channel\":\"crash\",\"data\":{\"job\":\"" + job.id() + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/publish"))
                .timeout(TIMEOUT)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IOException("the hub answered " + status);
        }
    }
}
