package askme.notification;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** {@code unread} in every template: the number of the reader's unread notifications. Only a template that uses it reads it. */
@TemplateGlobal
final class InboxGlobals {

    private InboxGlobals() {}

    static int unread() {
        return Arc.container().instance(UnreadNumber.class).get().get();
    }
}
