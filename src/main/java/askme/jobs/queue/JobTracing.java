package askme.jobs.queue;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the span of a job a child of the span in which its event was recorded. The trace of a request then continues into its
 * mails and publications, in whichever process they run. The envelope carries the {@code traceparent} header (W3C Trace Context).
 * Only a build with {@code -Dotel} has an SDK; in the others there are no spans.
 */
public final class JobTracing {

    private static final String HEADER = "traceparent";
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    };

    private JobTracing() {}

    /** The current span as {@code traceparent}; null if there is no span. */
    static String current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get(HEADER);
    }

    /** Makes one span for each job and calls the handler of all of them. The span of the first job is the current one. */
    public static List<Exception> trace(List<Envelope> jobs, Supplier<List<Exception>> call) {
        List<Span> spans = jobs.stream().map(JobTracing::span).toList();
        try (Scope current = spans.get(0).makeCurrent()) {
            List<Exception> failures = call.get();
            for (int i = 0; i < spans.size(); i++) {
                if (failures.get(i) != null) {
                    // Only the type, because a message may contain an address.
                    spans.get(i)
                            .setStatus(
                                    StatusCode.ERROR, failures.get(i).getClass().getName());
                }
            }
            return failures;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static Span span(Envelope job) {
        Context parent = Context.root();
        if (job.traceparent() != null) {
            Map<String, String> carrier = Map.of(HEADER, job.traceparent());
            parent = W3CTraceContextPropagator.getInstance().extract(parent, carrier, GETTER);
        }
        return GlobalOpenTelemetry.getTracer("askme.jobs")
                .spanBuilder("job " + job.handler())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.message.id", job.id())
                .setAttribute("messaging.destination.name", job.queue())
                .startSpan();
    }
}
