package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A work order: compute one block of the sidebar. */
@RegisterForReflection
record RefreshSidebar(Block block) {

    enum Block {
        TAGS,
        MEMBERS
    }
}
