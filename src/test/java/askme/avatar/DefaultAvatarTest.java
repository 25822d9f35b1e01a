package askme.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DefaultAvatarTest {

    private static final Pattern BACKGROUND = Pattern.compile("height=\"64\" fill=\"#(\\p{XDigit}{6})\"");

    @Test
    void avatarIsTheSameInAnyCase() {
        assertThat(DefaultAvatar.svg("Ann")).isEqualTo(DefaultAvatar.svg("ANN")).isNotEqualTo(DefaultAvatar.svg("Bob"));
        assertThat(DefaultAvatar.svg("ёж")).contains(">Ё<");
    }

    @Test
    void initialHasEnoughContrast() {
        for (int i = 0; i < 2_000; i++) {
            Matcher colour = BACKGROUND.matcher(DefaultAvatar.svg("member" + i));
            assertThat(colour.find()).isTrue();
            assertThat(1.05 / (luminance(Integer.parseInt(colour.group(1), 16)) + 0.05))
                    .isGreaterThan(4.5);
        }
    }

    /** Relative luminance (WCAG 2.2). */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
