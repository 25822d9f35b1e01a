package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import io.quarkus.runtime.LaunchMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevelopmentErrorTest {

    @Test
    void brokenTemplateIsShownWithLineAndStack() {
        Engine engine = Engine.builder().addDefaults().build();
        engine.putTemplate("web/part.html", engine.parse("one\n{item.name}", null, "web/part.html"));
        String page = page(new IllegalStateException(
                "<outer>", failure(() -> engine.getTemplate("web/part.html").render(Map.of("item", 7)))));

        assertThat(page)
                .contains("<code>web/part.html:2</code>")
                .contains("IllegalStateException: &lt;outer&gt;")
                .contains("at " + DevelopmentErrorTest.class.getName())
                .doesNotContain("<outer>");
    }

    @Test
    void otherErrorIsShownWithItsStack() {
        assertThat(page(new IllegalStateException("no template")))
                .contains("IllegalStateException: no template", "at " + DevelopmentErrorTest.class.getName())
                .doesNotContain("Template <code>");
    }

    @Test
    void nothingIsShownOutsideDevelopment() {
        assertThat(DevelopmentError.page(LaunchMode.NORMAL, new IllegalStateException()))
                .isEmpty();
        assertThat(DevelopmentError.page(LaunchMode.TEST, new IllegalStateException()))
                .isEmpty();
    }

    private static String page(Throwable error) {
        return (String) DevelopmentError.page(LaunchMode.DEVELOPMENT, error)
                .orElseThrow()
                .getEntity();
    }

    private static TemplateException failure(Runnable rendering) {
        try {
            rendering.run();
        } catch (TemplateException e) {
            return e;
        }
        throw new AssertionError("rendered");
    }
}
