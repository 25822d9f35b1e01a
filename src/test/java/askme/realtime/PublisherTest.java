package askme.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.jobs.PermanentFailure;
import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {

    private static final Parts PARTS = new Parts(Clock.systemUTC());
    private static final Change CHANGE = new LiveAnswers.AnswerMarked(7, 3, true, 99);
    private static final Publisher.Publication ONE = new Publisher.Publication("question:33", CHANGE, "job-1");

    private static Publisher answering(Centrifugo.Error... errors) {
        return new Publisher(
                commands -> new Centrifugo.Replies(
                        Stream.of(errors).map(Centrifugo.Reply::new).toList()),
                PARTS);
    }

    private static Publisher throwing(RuntimeException e) {
        return new Publisher(
                commands -> {
                    throw e;
                },
                PARTS);
    }

    @Test
    void commandContainsChannelAndJobIdAsKey() throws Exception {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        Publisher publisher = new Publisher(
                commands -> {
                    assertThat(json.valueToTree(commands).toString())
                            .isEqualTo("{\"commands\":[{\"publish\":{\"channel\":\"question:33\","
                                    + "\"data\":{\"kind\":\"mark\",\"id\":7,\"rating\":3,\"accepted\":true,\"asOf\":99},"
                                    + "\"idempotency_key\":\"job-1\"}}]}");
                    return new Centrifugo.Replies(List.of(new Centrifugo.Reply(null)));
                },
                PARTS);
        assertThat(publisher.publish(List.of(ONE))).containsExactly((Exception) null);
    }

    @Test
    void errorOfOneCommandDoesNotAffectOthers() {
        Publisher publisher = answering(null, new Centrifugo.Error(102, "unknown channel"));
        List<Exception> failures = publisher.publish(List.of(ONE, ONE));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(PermanentFailure.class).hasMessageContaining("102 unknown channel");
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 104, 107, 108})
    void configurationErrorIsNotRetried(int code) {
        assertThat(answering(new Centrifugo.Error(code, "x")).publish(List.of(ONE)))
                .first()
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void internalErrorIsRetried() {
        assertThat(answering(new Centrifugo.Error(100, "internal server error")).publish(List.of(ONE)))
                .first()
                .isNotInstanceOf(PermanentFailure.class)
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void refusedRequestIsNotRetried(int status) {
        assertThatThrownBy(() -> throwing(new WebApplicationException(status)).publish(List.of(ONE)))
                .isInstanceOf(PermanentFailure.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void serverErrorIsRetried(int status) {
        assertThatThrownBy(() -> throwing(new WebApplicationException(status)).publish(List.of(ONE)))
                .isInstanceOf(WebApplicationException.class);
    }

    @Test
    void timeoutIsRetried() {
        assertThatThrownBy(() -> throwing(new ProcessingException("timeout")).publish(List.of(ONE)))
                .isInstanceOf(PartUnavailable.class)
                .hasCauseInstanceOf(ProcessingException.class);
    }

    @Test
    void missingReplyIsAFailure() {
        assertThatThrownBy(() -> answering().publish(List.of(ONE))).isInstanceOf(IllegalStateException.class);
    }
}
