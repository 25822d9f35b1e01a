package askme.push;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/**
 * The devices of the reader, for the tag {@code push}.
 *
 * @param usable whether browsers allow pushes of this site: it has https, or it is on the same machine
 * @param key the public VAPID key; empty if pushes are not usable
 */
@TemplateData
record PushSection(boolean usable, String key, List<Device> devices) {

    /** So that a page shows the section by its tag alone. */
    @TemplateExtension(namespace = "devices")
    static PushSection mine() {
        return Arc.container().instance(PushDevices.class).get().section();
    }
}
