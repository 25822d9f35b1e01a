package askme.export;

import askme.command.Command;
import askme.command.Terminal;
import askme.picture.storage.PictureStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** {@code export FOLDER}: writes the whole site, or what everybody may read of it. */
@ApplicationScoped
class ExportCommand implements Command {

    private static final String PUBLIC = "--public";
    private static final int WRONG_USAGE = 2;

    private final DataSource database;
    private final PictureStorage pictures;
    private final PrintStream out = Terminal.out();

    ExportCommand(DataSource database, PictureStorage pictures) {
        this.database = database;
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "FOLDER [--public]  writes the whole site into a new folder, which import askme reads; the site may be in use."
                + " --public leaves out addresses, passwords, votes, deleted posts and what only moderators see";
    }

    @Override
    public int run(List<String> args) throws IOException, SQLException {
        List<String> rest = new ArrayList<>(args);
        boolean open = rest.remove(PUBLIC);
        if (rest.size() != 1) {
            return WRONG_USAGE;
        }
        Path folder = Path.of(rest.get(0)).toAbsolutePath().normalize();
        long rows = new SiteExport(database, pictures, open).write(folder);
        out.printf("Wrote %,d rows to %s.%n", rows, folder);
        return 0;
    }
}
