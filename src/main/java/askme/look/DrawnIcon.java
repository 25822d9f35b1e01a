package askme.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The icon of a site that has uploaded none, in the colour of the site: a speech bubble with a question mark. */
final class DrawnIcon {

    private static final String SPARK = "#f6b73c";

    /** The length of a side of the drawing. */
    private static final double SIDE = 32;

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="%s" d="M9 2h14a7 7 0 0 1 7 7v9a7 7 0 0 1-7 7h-7.2L8.6 \
            30.4A1 1 0 0 1 7 29.600V24.700A7 7 0 0 1 2 18V9a7 7 0 0 1 7-7z"/><path fill="none" stroke="#fff" stroke-width="3" \
            stroke-linecap="round" stroke-linejoin="round" d="M11.600 10.200c.7-2.300 2.400-3.400 4.600-3.400 2.600 0 4.500 1.500 4.500 3.900 \
            0 3.100-4.200 3.300-4.200 6"/><circle cx="16.500" cy="20.700" r="2.100" fill="%s"/></svg>
            """;

    private DrawnIcon() {}

    static String svg(Colour colour) {
        return SVG.formatted(colour, SPARK);
    }

    /** The same as pixels on a white square of {@code size} pixels, because systems cut round corners into such icons. */
    static BufferedImage pixels(Colour colour, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        try {
            drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, size, size);
            double margin = size * 0.1;
            drawing.translate(margin, margin);
            drawing.scale((size - 2 * margin) / SIDE, (size - 2 * margin) / SIDE);
            draw(drawing, Color.decode(colour.toString()));
        } finally {
            drawing.dispose();
        }
        return image;
    }

    private static void draw(Graphics2D drawing, Color colour) {
        drawing.setColor(colour);
        drawing.fill(new RoundRectangle2D.Double(2, 2, 28, 23, 14, 14));
        Path2D tail = new Path2D.Double();
        tail.moveTo(7, 24);
        tail.lineTo(7, 29.6);
        tail.quadTo(7.2, 30.8, 8.6, 30.4);
        tail.lineTo(16.5, 24);
        tail.closePath();
        drawing.fill(tail);
        Path2D mark = new Path2D.Double();
        mark.moveTo(11.6, 10.2);
        mark.curveTo(12.3, 7.9, 14, 6.8, 16.2, 6.8);
        mark.curveTo(18.8, 6.8, 20.7, 8.3, 20.7, 10.7);
        mark.curveTo(20.7, 13.8, 16.5, 14, 16.5, 16.7);
        drawing.setColor(Color.WHITE);
        drawing.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        drawing.draw(mark);
        drawing.setColor(Color.decode(SPARK));
        drawing.fill(new Ellipse2D.Double(14.4, 18.6, 4.2, 4.2));
    }
}
