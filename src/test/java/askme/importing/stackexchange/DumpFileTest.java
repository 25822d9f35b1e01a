package askme.importing.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpFileTest {

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();

    private List<String> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("Posts.xml"), text);
        List<String> ids = new ArrayList<>();
        try (DumpFile rows = new DumpFile(file, (line, error) -> faults.add(line + " " + error))) {
            for (DumpRow row = rows.next(); row != null; row = rows.next()) {
                ids.add(row.line() + ":" + row.text("Id"));
            }
        }
        return ids;
    }

    @Test
    void rowsHaveTheirLines() throws IOException {
        assertThat(
                        read(
                                "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<posts>\r\n  <row Id=\"1\" />\r\n  <row Id=\"2\" />\r\n</posts>"))
                .containsExactly("3:1", "4:2");
        assertThat(faults).isEmpty();
    }

    @Test
    void brokenRowIsReportedAndTheNextOneIsRead() throws IOException {
        assertThat(read("""
                <?xml version="1.0" encoding="utf-8"?>
                <posts>
                  <row Id="1" Body="a &lt; b" />
                  <row Id="2" Body="unclosed />
                  <row Id="3" />
                  <row Id="4" Id="4" />
                  <row Id="5" Body="&unknown;" />
                  <row Id="6" Body="a < b" />
                  nonsense < here
                  <row Id="7" />
                </posts>
                """)).containsExactly("3:1", "5:3", "10:7");
        assertThat(faults).extracting(fault -> fault.split(" ")[0]).containsExactly("4", "6", "7", "8", "9");
    }

    @Test
    void truncatedEndIsReported() throws IOException {
        assertThat(read("<posts>\n<row Id=\"1\" />\n<row Id=\"2\" Bod")).containsExactly("2:1");
        assertThat(faults).containsExactly("3 the row is broken", "3 the file ends early");
    }

    @Test
    void forbiddenCharactersAreRemoved() throws IOException {
        assertThat(read("<posts>\n<row Id=\"1&#x8;&#xB;\" />\n<row Id=\"2\u0001\" /></posts>"))
                .containsExactly("2:1", "3:2");
        assertThat(faults).isEmpty();
    }

    @Test
    void entitiesOfADocumentTypeAreNotRead() throws IOException {
        assertThat(
                        read(
                                "<!DOCTYPE posts [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<posts>\n<row Id=\"&x;\" />\n<row Id=\"2\" />\n</posts>"))
                .containsExactly("4:2");
        assertThat(faults).hasSize(1);
    }

    /** The parser of the platform counts the characters that replace references, and stops after 50 million. */
    @Test
    void manyReferencesAreNoFault() throws IOException {
        String row = "<row Id=\"1\" Body=\"" + "&lt;".repeat(100_000) + "\" />\n";
        assertThat(read("<posts>\n" + row.repeat(60) + "</posts>")).hasSize(60);
        assertThat(faults).isEmpty();
    }
}
