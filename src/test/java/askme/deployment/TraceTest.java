package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Visitor;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The build with {@code -Dotel}: its exported spans are decoded, and the trace of a request continues in its jobs. */
@Tag("full")
@Tag("deployment")
@Timeout(900)
class TraceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void answerMailAndPublicationShareOneTrace() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent(), "no nginx here");
        try (Collector collector = new Collector();
                Deployment site = new Deployment(
                        nginx.get(),
                        ProductionBuild.traced(),
                        Map.of(
                                "quarkus.otel.exporter.otlp.endpoint",
                                collector.address(),
                                "quarkus.otel.exporter.otlp.protocol",
                                "http/protobuf"))) {
            Visitor ann = Visitor.guestAt(site.address).signUp(Visitor.unique("ann"));
            Visitor bob = Visitor.guestAt(site.address).signUp(Visitor.unique("bob"));
            long question = ann.ask("Who has seen all of it?", "A trace.", "trace");
            bob.answer(question, "The collector.");
            bob.answer(question, "Twice.");

            await().atMost(PATIENCE).untilAsserted(() -> {
                List<Span> posts = collector.spans().stream()
                        .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
                        .filter(span ->
                                Collector.attribute(span, "http.request.method").equals("POST"))
                        .filter(span -> Collector.attribute(span, "url.path").startsWith("/question/" + question))
                        .toList();
                assertThat(posts).hasSize(2);
                assertThat(posts.get(0).getTraceId()).isNotEqualTo(posts.get(1).getTraceId());
                for (Span post : posts) {
                    List<Span> trace = trace(collector, post.getTraceId());
                    assertThat(trace)
                            .extracting(Span::getName)
                            .contains("job mail-new-answer", "job publish-answer-posted");
                    assertThat(trace)
                            .filteredOn(span -> span.getName().startsWith("job "))
                            .allSatisfy(job -> assertThat(job.getKind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER))
                            .extracting(Span::getParentSpanId)
                            .containsOnly(post.getSpanId());
                }
            });
        }
    }

    private static List<Span> trace(Collector collector, ByteString id) {
        return collector.spans().stream()
                .filter(span -> span.getTraceId().equals(id))
                .toList();
    }
}
