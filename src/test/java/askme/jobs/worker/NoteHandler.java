package askme.jobs.worker;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.PermanentFailure;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;

/** Remembers what it was given, under its text, with the id of the request it came from. */
@ApplicationScoped
public class NoteHandler implements Handler<Noted> {

    private final Map<String, String> seen = new ConcurrentHashMap<>();

    public Map<String, String> seen() {
        return seen;
    }

    @Override
    public String name() {
        return "note";
    }

    @Override
    public Class<Noted> event() {
        return Noted.class;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public void handle(Noted event, Job job) {
        if (event.text().startsWith("refused")) {
            throw new PermanentFailure("refused <for good>");
        }
        seen.put(event.text(), String.valueOf(MDC.get(Outbox.REQUEST_ID)));
    }
}
