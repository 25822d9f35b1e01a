package askme.web.ratelimit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much of the process the bodies of requests may occupy; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.bodies")
interface BodiesConfig {

    /** The largest body of a request that brings no file. */
    MemorySize largestForm();

    /** Bodies of one network address that may be arriving at a time. */
    int mostPerAddress();

    /** The memory for the bodies of one network address. */
    MemorySize memoryPerAddress();

    /** The memory for all bodies. */
    MemorySize memory();

    /** Uploads of one network address at a time. */
    int uploadsPerAddress();

    /** All uploads at a time. */
    int uploads();

    /** The disk space for all uploads that are arriving. */
    MemorySize uploadSpace();

    /** The time in which a form must arrive; an upload has three times as long. */
    Duration timeToArrive();
}
