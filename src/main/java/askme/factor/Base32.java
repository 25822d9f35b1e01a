package askme.factor;

import java.util.Locale;

/** Base32 (RFC 4648, 6) without padding: people can type it. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | b & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >> held & 31));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - held & 31));
        }
        return text.toString();
    }

    /** {@code text} in groups of four characters. */
    static String grouped(String text, String separator) {
        return String.join(separator, text.split("(?<=\\G.{4})"));
    }

    /** The letters and digits of {@code typed} as {@link #encode} writes them. */
    static String normalized(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    }
}
