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
 * A job's span is a child of the one it was recorded in, whichever process does it: so the trace of a request goes on into its
 * mails and publications. Between them travels what an HTTP header would say (W3C Trace Context). In a build without an SDK,
 * which is every one but {@code -Dotel}, there are no spans.
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

    /** The present span as {@code traceparent}, or null where nothing is traced. */
    static String current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get(HEADER);
    }

    /** Calls the handler of these jobs within a span for each; that of the first is the parent of what the handler calls. */
    public static List<Exception> of(List<Envelope> jobs, Supplier<List<Exception>> call) {
        List<Span> spans = jobs.stream().map(JobTracing::span).toList();
        try (Scope current = spans.get(0).makeCurrent()) {
            List<Exception> failures = call.get();
            for (int i = 0; i < spans.size(); i++) {
                if (failures.get(i) != null) {
                    // The type only: a message may hold an address.
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
