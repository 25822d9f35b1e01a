package askme.account.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files into ZIP archives of bounded size, so that a job needs little memory for them. */
final class ZipParts {

    private final int most;
    private final ObjIntConsumer<byte[]> store;
    private final List<Integer> sizes = new ArrayList<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private boolean empty = true;

    /**
     * @param most the bytes after which a new archive begins
     * @param store gets each complete archive and its number, from 1
     */
    ZipParts(int most, ObjIntConsumer<byte[]> store) {
        this.most = most;
        this.store = store;
    }

    /** Adds a file. One that is longer than an archive has a separate archive. */
    void add(String name, byte[] content) {
        if (!empty && bytes.size() + content.length > most) {
            end();
        }
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            zip.flush();
            empty = false;
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
    }

    /** Stores the last archive, and returns the sizes of all. */
    List<Integer> finish() {
        if (!empty) {
            end();
        }
        return List.copyOf(sizes);
    }

    private void end() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        sizes.add(bytes.size());
        store.accept(bytes.toByteArray(), sizes.size());
        bytes = new ByteArrayOutputStream();
        zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        empty = true;
    }
}
