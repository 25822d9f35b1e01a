package askme.moderation;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.runtime.BlockingOperationControl;

/** The number of items that wait, in every template. Only the header of moderators asks for it. */
@TemplateGlobal
final class ModerationGlobals {

    private ModerationGlobals() {}

    static int itemsToReview() {
        return BlockingOperationControl.isBlockingAllowed()
                ? Arc.container().instance(WaitingItems.class).get().recent()
                : 0;
    }
}
