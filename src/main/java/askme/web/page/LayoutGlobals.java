package askme.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** What every template may use without being given it; evaluated only where it is used. */
@TemplateGlobal
final class LayoutGlobals {

    private LayoutGlobals() {}

    static PageContext here() {
        return Arc.container().instance(PageContext.class).get();
    }
}
