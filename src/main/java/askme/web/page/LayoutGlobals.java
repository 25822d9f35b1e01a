package askme.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** Values that every template can use without a parameter. They are evaluated only when used. */
@TemplateGlobal
final class LayoutGlobals {

    private LayoutGlobals() {}

    static PageContext here() {
        return Arc.container().instance(PageContext.class).get();
    }
}
