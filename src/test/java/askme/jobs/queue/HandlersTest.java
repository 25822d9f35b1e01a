package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.jobs.Handler;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private final List<String> ran = new ArrayList<>();

    /** Tasks with the name of one handler, as the two blocks of the sidebar have. */
    @JobHandler(name = "refresh", queue = Queues.DIGEST, version = 2)
    private class Task implements PeriodicTask {

        private final String name;

        Task(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String schedule() {
            return "off";
        }

        @Override
        public Object event() {
            return Map.of("block", name);
        }

        @Override
        public void run() {
            ran.add(name);
        }
    }

    private static class Subclass extends Task {
        Subclass(HandlersTest test) {
            test.super("subclass");
        }
    }

    private Handler<?> refresh(Task... tasks) {
        return new Handlers(List.of(), List.of(tasks)).named("refresh").orElseThrow();
    }

    private static void handle(Handler<?> handler, String event) throws Exception {
        @SuppressWarnings("unchecked")
        Handler<Object> typed = (Handler<Object>) handler;
        typed.handle(Envelope.parse(event), null);
    }

    @Test
    void taskIsAHandlerWithTheAnnotatedNameAndQueue() {
        Handler<?> handler = refresh(new Task("tags"));
        assertThat(handler.queue()).isEqualTo(Queues.DIGEST);
        assertThat(handler.version()).isEqualTo(2);
    }

    @Test
    void eventSelectsAmongTasksOfOneHandlerName() throws Exception {
        Handler<?> handler = refresh(new Task("tags"), new Task("members"));
        handle(handler, "{\"block\":\"members\"}");
        assertThat(ran).containsExactly("members");
    }

    @Test
    void unknownEventIsRetriedAndRunsNoTask() {
        Handler<?> handler = refresh(new Task("tags"), new Task("members"));
        assertThatThrownBy(() -> handle(handler, "{\"block\":null}")).isInstanceOf(IllegalStateException.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void onlyTaskOfAHandlerNameRunsForAnyEvent() throws Exception {
        handle(refresh(new Task("tags")), "{\"later\":1}");
        assertThat(ran).containsExactly("tags");
    }

    @Test
    void duplicateNameIsRefused() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {});
        assertThatThrownBy(() -> new Handlers(List.of(handler, handler), List.of()))
                .hasMessageContaining("two handlers are named ping-mail");
    }

    @Test
    void unknownQueueIsRefused() {
        Pings handler = new Pings("post", (ping, job) -> {});
        assertThatThrownBy(() -> new Handlers(List.of(handler), List.of())).hasMessageContaining("unknown queue");
    }

    @Test
    void handlersAreFoundByEvent() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {});
        Handlers handlers = new Handlers(List.of(handler), List.of(new Task("tags")));
        assertThat(handlers.of(Ping.class)).hasSize(1);
        assertThat(handlers.of(String.class)).isEmpty();
    }

    @Test
    void taskWithoutAnnotationIsRefused() {
        PeriodicTask task = new PeriodicTask() {
            @Override
            public String name() {
                return "bare";
            }

            @Override
            public String schedule() {
                return "off";
            }

            @Override
            public void run() {}
        };
        assertThatThrownBy(() -> new Handlers(List.of(), List.of(task))).hasMessageContaining("has no @JobHandler");
    }

    /** CDI makes subclasses of beans. */
    @Test
    void annotationIsInheritedBySubclasses() {
        assertThat(new Handlers(List.of(), List.of(new Subclass(this))).named("refresh"))
                .isPresent();
    }
}
