package askme.jobs.support;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.PermanentFailure;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;

/** Stores the text of each event with the id of the request that caused it. Refuses texts that begin with "refused". */
@ApplicationScoped
@JobHandler(name = "note", queue = Queues.DIGEST)
public class NoteHandler implements Handler<Noted> {

    private final Map<String, String> seen = new ConcurrentHashMap<>();

    public Map<String, String> seen() {
        return seen;
    }

    @Override
    public Class<Noted> event() {
        return Noted.class;
    }

    @Override
    public void handle(Noted event, Job job) {
        if (event.text().startsWith("refused")) {
            throw new PermanentFailure("refused <permanently>");
        }
        seen.put(event.text(), String.valueOf(MDC.get(Outbox.REQUEST_ID)));
    }
}
