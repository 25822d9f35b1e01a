package askme.markdown;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The memory for rendered texts. */
@ConfigMapping(prefix = "askme.text")
interface MarkdownConfig {

    /** The size of the cache in bytes: the rendered HTML and the sources, which are its keys. */
    @WithDefault("32M")
    MemorySize cache();
}
