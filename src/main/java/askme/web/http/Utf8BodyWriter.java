package askme.web.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes pages as bytes, encoded by the JDK, which works on blocks.
 *
 * <p>Work-around: Netty encodes a string character by character. With one character outside Latin-1, this took half of a page's
 * processor time. No upstream issue found on 2026-11-27. Remove this class when a profile of a Russian page shows no difference.
 */
@Provider
public class Utf8BodyWriter implements ServerMessageBodyWriter<String> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == String.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == String.class;
    }

    @Override
    public void writeResponse(String text, Type generic, ServerRequestContext context) {
        context.serverResponse().end(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(
            String text,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
