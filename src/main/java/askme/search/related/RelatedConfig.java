package askme.search.related;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The jobs that compute related and linked questions. */
@ConfigMapping(prefix = "askme.search.related")
interface RelatedConfig {

    /** When the job continues with all questions: Quarkus' cron syntax, an interval such as 1m, or off. */
    @WithDefault("1m")
    String schedule();

    /** When the job continues to read the links of all posts; the format is the same. */
    @WithDefault("1m")
    String linksSchedule();

    /** How long after the job has computed all questions it begins again. */
    @WithDefault("24h")
    Duration computedEvery();
}
