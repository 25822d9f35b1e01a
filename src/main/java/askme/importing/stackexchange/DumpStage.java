package askme.importing.stackexchange;

import askme.importing.content.ContentTable;
import askme.importing.content.OldRows;
import askme.importing.content.Stage;
import java.io.IOException;

/** A stage that reads a file of the dump. */
abstract class DumpStage<C> extends Stage<DumpRow, C> {

    final Dump dump;
    private final String file;

    DumpStage(String name, String file, Dump dump, ContentTable<C> table) {
        super(name, dump.run(), table);
        this.file = file;
        this.dump = dump;
    }

    @Override
    protected boolean exists() {
        return dump.survey().files.contains(file);
    }

    /** Broken rows are reported by the first reading. */
    @Override
    protected OldRows<DumpRow> open() throws IOException {
        return new DumpFile(dump.folder().resolve(file), (line, error) -> {});
    }
}
