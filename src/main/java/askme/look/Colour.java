package askme.look;

import java.util.Locale;

/** An opaque colour of the sRGB space, with the contrast of WCAG 2.2. */
record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    private static final int RADIX = 16;
    private static final int BITS = 8;
    private static final int MASK = 0xff;

    /** The colour of {@code #0a6079}. */
    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), RADIX);
        return new Colour(rgb >> (2 * BITS), rgb >> BITS & MASK, rgb & MASK);
    }

    /** This colour with a {@code part} (0 to 1) of {@code other}. */
    Colour mixed(Colour other, double part) {
        return new Colour(mixed(red, other.red, part), mixed(green, other.green, part), mixed(blue, other.blue, part));
    }

    private static int mixed(int one, int other, double part) {
        return (int) Math.round(one + (other - one) * part);
    }

    /** The contrast to {@code other}, from 1 to 21 (WCAG 2.2, contrast ratio). */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** The relative luminance, from 0 to 1. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
