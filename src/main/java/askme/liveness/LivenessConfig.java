package askme.liveness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The reaction of a process that hangs. */
@ConfigMapping(prefix = "askme.liveness")
interface LivenessConfig {

    /** Whether it ends itself, so that its supervisor starts it again. */
    @WithDefault("true")
    boolean exit();
}
