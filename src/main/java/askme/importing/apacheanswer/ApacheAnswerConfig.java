package askme.importing.apacheanswer;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The account with which an import reads the database of another site. It needs to read only. */
@ConfigMapping(prefix = "askme.import")
interface ApacheAnswerConfig {

    Optional<String> user();

    Optional<String> password();
}
