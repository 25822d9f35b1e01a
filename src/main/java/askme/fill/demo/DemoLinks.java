package askme.fill.demo;

import io.quarkus.qute.TemplateExtension;

/** The address of the button that writes the demo content in dev mode. */
@TemplateExtension(namespace = "to", priority = 14)
final class DemoLinks {

    static final String DEMO = "/dev/demo";

    private DemoLinks() {}

    static String demo() {
        return DEMO;
    }
}
