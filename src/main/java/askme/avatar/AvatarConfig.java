package askme.avatar;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Uploaded pictures; application.properties holds the default. */
@ConfigMapping(prefix = "askme")
interface AvatarConfig {

    /** The directory of the stored pictures. All web processes must share it. */
    Path uploadsDir();
}
