package askme.site;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The same pages, all examined, and in further windows: a small phone, a tablet and a wide screen, light and dark. */
@QuarkusTest
@Tag("full")
@Tag("views")
class AccessibilityOfAllViewsTest extends AccessiblePages {

    @Override
    List<View> views() {
        return List.of(
                new View(1280, ColorScheme.LIGHT),
                new View(1280, ColorScheme.DARK),
                new View(390, ColorScheme.LIGHT),
                new View(390, ColorScheme.DARK),
                new View(320, ColorScheme.LIGHT),
                new View(768, ColorScheme.DARK),
                new View(1920, ColorScheme.LIGHT));
    }
}
