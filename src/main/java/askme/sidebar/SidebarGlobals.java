package askme.sidebar;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** {@code sidebar} in every template. Only a template that uses it evaluates it. */
@TemplateGlobal
final class SidebarGlobals {

    private SidebarGlobals() {}

    static Sidebar sidebar() {
        return Arc.container().instance(Sidebar.class).get();
    }
}
