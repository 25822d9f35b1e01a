package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.Queues;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    record Event(long id, String text, Instant at) {}

    @Test
    void eventSurvivesWritingAndReading() throws Exception {
        Event event = new Event(
                Long.MAX_VALUE, "\u0434\u0430 \"\n\uD83D\uDE00", Instant.parse("2026-01-02T03:04:05.123456Z"));
        Envelope sent = new Envelope("id", "h", Queues.MAIL, 1, Envelope.tree(event), 42, "request", "00-trace", true);
        Envelope received = Envelope.read(sent.json());
        assertThat(received.eventAs(Event.class)).isEqualTo(event);
        assertThat(received).usingRecursiveComparison().ignoringFields("event").isEqualTo(sent);
    }

    @Test
    void unknownMembersAreIgnored() throws Exception {
        Envelope received = Envelope.read("{\"id\":\"x\",\"event\":{\"id\":7,\"colour\":\"red\"},\"trace\":[1]}");
        assertThat(received.eventAs(Event.class).id()).isEqualTo(7);
    }
}
