package askme.embedded;

import java.nio.file.Path;

/** MariaDB's programs and an initialised data directory, for tests that start their own server. */
public final class MariaDbProgram {

    private final MariaDbFiles files;

    private MariaDbProgram(MariaDbFiles files) {
        this.files = files;
    }

    /** Unpacks them if that was not done yet. */
    public static MariaDbProgram ready() throws Exception {
        return new MariaDbProgram(MariaDbFiles.ready());
    }

    public Path base() {
        return files.base();
    }

    /** Makes a data directory. */
    public void copyTemplate(Path data) throws Exception {
        files.copyTemplate(data);
    }
}
