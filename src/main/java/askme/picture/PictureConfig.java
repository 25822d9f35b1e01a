package askme.picture;

import io.smallrye.config.ConfigMapping;

/** The removal of unused pictures; application.properties holds the default. */
@ConfigMapping(prefix = "askme.pictures")
interface PictureConfig {

    String sweepSchedule();
}
