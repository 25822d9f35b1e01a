package askme.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The figures that administrators see. */
@ConfigMapping(prefix = "askme.figures")
interface FiguresConfig {

    /** When the figures of the last days are counted: Quarkus' cron syntax, an interval such as 5m, or off. */
    @WithDefault("5m")
    String schedule();
}
