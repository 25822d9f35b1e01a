package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Computes one block of the sidebar again. */
@RegisterForReflection
record RefreshSidebar(Block block) {

    enum Block {
        TAGS,
        MEMBERS
    }
}
