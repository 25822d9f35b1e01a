package askme.picture.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Finds pictures that are also a page, a script, a document or an archive. The stored picture is encoded again and holds none
 * of that. Such a file is refused because nobody makes one by accident.
 */
final class PolyglotCheck {

    private static final List<String> MARKERS =
            List.of("<script", "<html", "<!doctype", "<?php", "<svg", "<iframe", "%pdf-1", "rar!\u001a\u0007");
    private static final int ZIP_END = 0x06054b50;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_BYTES = 0xffff;

    private PolyglotCheck() {}

    /** Whether {@code file} is also a page, a script, a document or an archive. */
    static boolean isPolyglot(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return MARKERS.stream().anyMatch(text::contains) || endsAsZip(file);
    }

    /** Whether the file ends with an end-of-central-directory record (APPNOTE 4.3.16), as ZIP, JAR and office documents do. */
    private static boolean endsAsZip(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int first = Math.max(0, file.length - ZIP_END_BYTES - ZIP_COMMENT_BYTES);
        for (int at = file.length - ZIP_END_BYTES; at >= first; at--) {
            if (bytes.getInt(at) == ZIP_END
                    && at + ZIP_END_BYTES + (bytes.getShort(at + ZIP_END_BYTES - 2) & 0xffff) == file.length) {
                return true;
            }
        }
        return false;
    }
}
