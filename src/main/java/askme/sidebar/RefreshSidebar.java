package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One block of the sidebar is to be computed anew. */
@RegisterForReflection
record RefreshSidebar(Block block) {

    enum Block {
        TAGS,
        MEMBERS
    }
}
