package askme.web.http;

import io.quarkus.qute.TemplateException;
import io.quarkus.runtime.LaunchMode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of an unexpected error in development. It uses no template: the layout itself may be broken. */
final class DevelopmentError {

    private DevelopmentError() {}

    /** The line of the template, if a template failed, and the stack trace. Empty outside development. */
    static Optional<Response> page(LaunchMode mode, Throwable error) {
        if (mode != LaunchMode.DEVELOPMENT) {
            return Optional.empty();
        }
        String place = template(error)
                .map(line -> "<p>Template <code>" + escaped(line) + "</code></p>\n")
                .orElse("");
        String page = "<!doctype html>\n<title>Error 500</title>\n<h1>" + escaped(error.toString()) + "</h1>\n" + place
                + "<pre>" + escaped(stack(error)) + "</pre>\n";
        return Optional.of(Response.serverError()
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(page)
                .build());
    }

    /** The deepest place in a template among the causes, such as {@code web/layout.html:12}. */
    private static Optional<String> template(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(TemplateException.class::isInstance)
                .map(cause -> ((TemplateException) cause).getOrigin())
                .filter(origin -> origin != null)
                .map(origin -> origin.getTemplateId() + ":" + origin.getLine())
                .reduce((outer, inner) -> inner);
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
