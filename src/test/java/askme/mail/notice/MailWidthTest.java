package askme.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import askme.mail.MailPreview;
import askme.support.Browsers;
import askme.support.Visitor;
import askme.web.Languages;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No mail scrolls sideways on the smallest telephone. Only long lines of code scroll in their box. */
@QuarkusTest
@Tag("one-process") // It calls a bean of this process.
class MailWidthTest {

    private static final int SMALLEST = 320;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    MailPreviews previews;

    @Test
    void noMailScrollsSideways() {
        Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions().setViewportSize(SMALLEST, 700))
                .newPage();
        List<String> findings = new ArrayList<>();
        for (String language : Languages.TRANSLATED) {
            for (MailPreview mail : previews.all(language)) {
                page.setContent(mail.html());
                int sideways = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
                if (sideways > 0) {
                    findings.add(mail.name() + " " + language + " by " + sideways + " px");
                }
            }
        }
        assertThat(findings).isEmpty();
    }
}
