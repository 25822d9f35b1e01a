package askme.markdown;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory rendered texts may take. */
@ConfigMapping(prefix = "askme.text")
interface MarkdownConfig {

    /** Bytes of rendered HTML kept in the process, the source that is its key included. */
    @WithDefault("32M")
    MemorySize cache();
}
