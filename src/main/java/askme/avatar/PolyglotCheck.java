package askme.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Whether a picture is something else at the same time: a page, a script, a document or an archive. What is stored is
 * encoded anew and holds none of it; such a file is refused because nobody makes one by accident.
 */
final class PolyglotCheck {

    private static final List<String> TEXTS =
            List.of("<script", "<html", "<!doctype", "<?php", "<svg", "<iframe", "%pdf-1", "rar!\u001a\u0007");
    private static final int ZIP_END = 0x06054b50;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_BYTES = 0xffff;

    private PolyglotCheck() {}

    static boolean in(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return TEXTS.stream().anyMatch(text::contains) || endsAsZip(file);
    }

    /** An end-of-central-directory record whose comment ends with the file (APPNOTE 4.3.16): ZIP, JAR, office documents. */
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
