package askme.search.related;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The job that computes related questions. */
@ConfigMapping(prefix = "askme.search.related")
interface RelatedConfig {

    /** When the job continues with all questions: Quarkus' cron syntax, an interval such as 1m, or off. */
    @WithDefault("1m")
    String schedule();

    /** How long after the job has computed all questions it begins again. */
    @WithDefault("24h")
    Duration computedEvery();
}
