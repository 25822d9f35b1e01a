package askme.jobs;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Outbox {
    public void record(Object event) {}
}
