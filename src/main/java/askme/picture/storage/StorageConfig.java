package askme.picture.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The storage of uploaded pictures; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme")
interface StorageConfig {

    /** The directory of the stored pictures, which all web processes share. With a bucket, it holds only copies. */
    Path uploadsDir();

    /** A bucket of an S3-compatible server instead of the directory. */
    Bucket bucket();

    /** How to use the bucket. */
    interface Bucket {

        /** Its name; empty: pictures are stored in the directory. */
        Optional<String> name();

        /** The server's address; empty: Amazon's for the region. */
        Optional<URI> endpoint();

        String region();

        /** Empty together with the secret key: the credentials of the machine, as Amazon's tools find them. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** Whether the bucket's name is a part of the path and not of the host's name. */
        boolean pathStyle();

        /** The limit for one call. */
        Duration timeout();

        /** How long the bucket is not used after it failed. */
        Duration pause();

        /** Disk space for copies of pictures that readers requested. */
        MemorySize copies();
    }
}
