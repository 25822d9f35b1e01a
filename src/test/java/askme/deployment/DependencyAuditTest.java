package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs bin/audit on local databases, because the network may be unavailable. */
@Tag("full")
@Tag("build")
class DependencyAuditTest {

    private static final String EVERY_VERSION = "{\"introduced\": \"0\"}";
    private static final String LONG_MENDED = EVERY_VERSION + ", {\"fixed\": \"0.0.1\"}";

    @TempDir
    Path database;

    @Test
    void vulnerableVersionIsPrintedAndFailsTheRun() throws Exception {
        assumeTrue(
                Programs.find("osv-scanner").or(() -> Programs.find("go")).isPresent(),
                "neither osv-scanner nor Go here");
        advisory("npm", "centrifuge", LONG_MENDED);
        advisory("Maven", "com.mysql:mysql-connector-j", LONG_MENDED);

        Programs.Result clean = audit();
        assertThat(clean.code()).as(clean.output()).isZero();
        assertThat(clean.output()).contains("npm: nothing known against", "java: nothing known against");

        advisory("Maven", "com.mysql:mysql-connector-j", EVERY_VERSION);
        Programs.Result found = audit();
        assertThat(found.code()).as(found.output()).isEqualTo(1);
        assertThat(found.output()).contains("GHSA-made-here-0000", "com.mysql:mysql-connector-j", "npm: nothing known");
    }

    private Programs.Result audit() throws Exception {
        return Programs.run("bin/audit", "--strict", "--offline", database.toString());
    }

    /** Writes a database with one advisory, in the format that OSV publishes. */
    private void advisory(String ecosystem, String name, String events) throws IOException {
        Path directory = Files.createDirectories(database.resolve("osv-scanner").resolve(ecosystem));
        String advisory = """
                {"schema_version": "1.6.0", "id": "GHSA-made-here-0000", "modified": "2026-01-01T00:00:00Z",
                 "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
                               "ranges": [{"type": "%s", "events": [%s]}]}]}
                """.formatted(ecosystem, name, ecosystem.equals("npm") ? "SEMVER" : "ECOSYSTEM", events);
        try (OutputStream out = Files.newOutputStream(directory.resolve("all.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("GHSA-made-here-0000.json"));
            zip.write(advisory.getBytes(StandardCharsets.UTF_8));
        }
    }
}
