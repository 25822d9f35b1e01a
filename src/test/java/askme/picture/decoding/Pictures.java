package askme.picture.decoding;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes valid and invalid files for the tests of uploads. */
public final class Pictures {

    private static final int BEFORE_SCAN = 2;

    private Pictures() {}

    /** Red on the left, blue on the right. */
    public static byte[] halves(String format, int width, int height) {
        boolean alpha = "png".equals(format);
        BufferedImage image =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A progressive JPEG whose header claims {@code side} pixels high and wide, with its last scan repeated. */
    public static byte[] ofManyScans(int side, int repetitions) {
        byte[] file = progressive(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB));
        int frame = indexOf(file, 0xc2, 0);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) side).putShort(frame + 7, (short) side);
        int scan = 0;
        for (int at = indexOf(file, 0xda, 0); at >= 0; at = indexOf(file, 0xda, at + 1)) {
            scan = at;
        }
        byte[] last = Arrays.copyOfRange(file, scan, file.length - 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, scan);
        for (int i = 0; i < repetitions; i++) {
            out.writeBytes(last);
        }
        out.write(file, file.length - 2, 2);
        return out.toByteArray();
    }

    private static int indexOf(byte[] file, int marker, int from) {
        for (int at = from; at < file.length - 1; at++) {
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == marker) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] progressive(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A lossless WebP of one pixel. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** A WebP of about 100 bytes with a canvas of one pixel, whose picture claims to be {@code side} pixels high and wide. */
    public static byte[] webpBomb(int side) {
        ByteBuffer frame = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(new byte[] {0x10, 0, 0, (byte) 0x9d, 0x01, 0x2a}); // a key frame that is shown; its start code
        frame.putShort((short) side).putShort((short) side);
        return webp(riff("VP8X", new byte[10]), riff("VP8 ", frame.array()));
    }

    /** A lossless WebP of 16 pixels with 65,536 sets of codes, 164 KB long. */
    public static byte[] webpOfManyCodes() {
        Bits bits = new Bits();
        bits.put(0x2f, 8).put(3, 14).put(3, 14).put(0, 4); // signature, width and height less one, no alpha, version
        bits.put(0, 2).put(1, 1).put(0, 3); // no transform, no cache; one set of codes for four pixels
        bits.put(0, 1); // the map from pixels to sets: a picture without a cache, whose only pixel is 65,535
        bits.code(0xff).code(0xff).code(0).code(0).code(0); // green, red, blue, alpha, distance
        for (int code = 0; code < 65_536 * 5; code++) {
            bits.put(0b0001, 4); // of one symbol, 0
        }
        return webp(riff("VP8L", bits.bytes()));
    }

    private static byte[] webp(byte[]... chunks) {
        byte[] content = joined(chunks);
        return joined(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length + 4)
                        .array(),
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                content);
    }

    private static byte[] riff(String type, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + (data.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** Bits in the order of WebP's lossless format: the lowest first. */
    private static final class Bits {

        private final BitSet set = new BitSet();
        private int length;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                set.set(length++, (value >> i & 1) == 1);
            }
            return this;
        }

        /** A simple code of one symbol of eight bits. */
        Bits code(int symbol) {
            return put(0b101, 3).put(symbol, 8);
        }

        byte[] bytes() {
            return Arrays.copyOf(set.toByteArray(), length / 8 + 1);
        }
    }

    /** The JPEG with an Exif segment that holds the orientation (EXIF 2.32, tag 0x0112). */
    public static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put((byte) 0xff).put((byte) 0xe1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        exif.putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0);
        return inserted(jpeg, BEFORE_SCAN, exif.array());
    }

    /** Exif data with the orientation only. */
    public static byte[] exif(int orientation, boolean littleEndian) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.put((littleEndian ? "II*\0" : "MM\0*").getBytes(StandardCharsets.ISO_8859_1));
        exif.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    /** The PNG with {@code exif} in a chunk behind its header. */
    public static byte[] turnedPng(byte[] png, byte[] exif) {
        return inserted(png, 33, chunk("eXIf", exif));
    }

    /** A WebP of one pixel with {@code exif} in a chunk. */
    public static byte[] turnedWebp(byte[] exif) {
        return joined(webp(), riff("EXIF", exif));
    }

    /** A PNG of a few hundred bytes that claims to be {@code side} pixels high and wide. */
    public static byte[] bomb(int side) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side);
        header.put((byte) 8).put((byte) 2);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(pixels)) {
            deflate.write(new byte[1000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", header.array()),
                chunk("IDAT", pixels.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] what) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(file, 0, at);
        all.writeBytes(what);
        all.write(file, at, file.length - at);
        return all.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
