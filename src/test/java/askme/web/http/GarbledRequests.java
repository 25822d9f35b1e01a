package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.SecondProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Requests that no browser sends. None of them leaves a stack trace in the log. */
abstract class GarbledRequests {

    private final List<String> traces = Collections.synchronizedList(new ArrayList<>());
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null && entry.getLevel().intValue() >= Level.INFO.intValue()) {
                traces.add(entry.getLoggerName() + " " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void recordTheLog() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void logHasNoStackTrace() {
        Logger.getLogger("").removeHandler(recorder);
        assertThat(traces).isEmpty();
    }

    static String exchange(String method, String path, String headers, String body) throws IOException {
        try (Socket site = new Socket("localhost", SecondProcess.door())) {
            site.setSoTimeout(20_000);
            String host = headers.contains("Host:") ? "" : "Host: localhost\r\n";
            site.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + headers + "\r\n"
                                    + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(site.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static int status(String reply) {
        assertThat(reply).startsWith("HTTP/1.1 ");
        return Integer.parseInt(reply.substring(9, 12));
    }
}
