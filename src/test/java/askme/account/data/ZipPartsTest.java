package askme.account.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** An export has archives of bounded size. */
class ZipPartsTest {

    private final List<byte[]> stored = new ArrayList<>();
    private final ZipParts parts = new ZipParts(10_000, (zip, number) -> {
        assertThat(number).isEqualTo(stored.size() + 1);
        stored.add(zip);
    });

    @Test
    void nothingMakesNoArchive() {
        assertThat(parts.finish()).isEmpty();
        assertThat(stored).isEmpty();
    }

    @Test
    void anotherArchiveBeginsWhenOneIsFull() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            parts.add(name, random(name.equals("c") ? 30_000 : 4_000));
        }
        assertThat(parts.finish()).hasSize(3).allMatch(size -> size > 0);
        assertThat(names(0)).containsExactly("a", "b");
        assertThat(names(1)).containsExactly("c");
        assertThat(names(2)).containsExactly("d");
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private List<String> names(int archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(stored.get(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
