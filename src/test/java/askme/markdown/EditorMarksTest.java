package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.EditorKeys;
import askme.support.EditorKeys.Stroke;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site's parser reads the marks of the editor's bold and italic as marks: no asterisk remains in the text. */
class EditorMarksTest {

    @ParameterizedTest
    @MethodSource("strokes")
    void marksAreNotText(Stroke stroke) {
        assertThat(Markdown.render(stroke.after().value()).html()).doesNotContain("*");
    }

    static List<Stroke> strokes() {
        return EditorKeys.all().stream()
                .filter(stroke -> stroke.key().matches("bold|italic"))
                .filter(stroke -> stroke.after().start() < stroke.after().end())
                .toList();
    }
}
