package askme.web.ratelimit;

import askme.web.http.EarlyRefusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** The body of one request on its way in. All methods run on the request's I/O thread. */
final class IncomingBody {

    /** A client that still sends reads the refusal within this time. Then its connection is closed. */
    private static final long READ_REFUSAL_MS = 2_000;

    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final BodyBudget.Share share;
    private Buffer received = Buffer.buffer();
    private boolean done;

    IncomingBody(RoutingContext routing, BodyBudget.Share share) {
        this.routing = routing;
        this.request = routing.request();
        this.share = share;
    }

    /** Collects the body in memory, then lets the request go on. The body counts until the request is answered. */
    void collect(long largest, long timeMs) {
        if (!begins()) {
            return;
        }
        long timer = routing.vertx().setTimer(timeMs, late -> refuse(BodyRefusals.TOO_SLOW));
        request.handler(part -> add(part, largest));
        request.exceptionHandler(gone -> routing.vertx().cancelTimer(timer));
        request.endHandler(end -> {
            routing.vertx().cancelTimer(timer);
            arrived();
        });
        confirmContinue();
        request.resume();
    }

    /** Lets the request go on at once: its page receives the body. It counts with its declared length. */
    void pass(long length, long timeMs) {
        if (!begins() || refusedBy(share.add(length))) {
            return;
        }
        long timer =
                routing.vertx().setTimer(timeMs, late -> request.connection().close());
        request.end().onComplete(end -> {
            routing.vertx().cancelTimer(timer);
            share.arrived();
        });
        routing.next();
    }

    private boolean begins() {
        BodyBudget.Decision decision = share.begin();
        routing.addEndHandler(end -> share.release());
        return !refusedBy(decision);
    }

    private boolean refusedBy(BodyBudget.Decision decision) {
        switch (decision) {
            case ADDRESS_FULL -> refuse(BodyRefusals.ADDRESS_FULL);
            case ALL_FULL -> refuse(BodyRefusals.ALL_FULL);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(Buffer part, long largest) {
        if (done) {
            return;
        }
        if (received.length() + part.length() > largest) {
            refuse(BodyRefusals.TOO_LARGE);
        } else if (!refusedBy(share.add(part.length()))) {
            received.appendBuffer(part);
        }
    }

    private void arrived() {
        if (done) {
            return;
        }
        done = true;
        share.arrived();
        if (FormFields.tooMany(request.getHeader("Content-Type"), received)) {
            BodyRefusals.TOO_MANY_FIELDS.send(routing);
            return;
        }
        ((RoutingContextInternal) routing).setBody(received);
        routing.next();
    }

    private void confirmContinue() {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    /** Answers, drops what still arrives, and closes the connection. */
    void refuse(EarlyRefusal refusal) {
        if (done) {
            return;
        }
        done = true;
        received = Buffer.buffer();
        share.release();
        request.handler(part -> {});
        request.exceptionHandler(gone -> {});
        if (request.version() != HttpVersion.HTTP_2) {
            routing.response().putHeader("Connection", "close");
            long timer = routing.vertx()
                    .setTimer(READ_REFUSAL_MS, late -> request.connection().close());
            request.end().onComplete(end -> routing.vertx().cancelTimer(timer));
        }
        refusal.send(routing);
        request.resume();
    }
}
