package askme.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"/question/33", "/question/33/"})
    void pageOfAQuestionIsAView(String path) {
        assertThat(View.questionOf(path)).isEqualTo(OptionalLong.of(33));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/question/",
                "/question//",
                "/question/x/",
                "/question/33/revisions",
                "/question/-3/",
                "/question/1234567890123456789/",
                "/questions/33/"
            })
    void otherPathsAreNot(String path) {
        assertThat(View.questionOf(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0 Safari/537.36",
                "curl/8.5.0",
                "Java-http-client/17.0.9",
                "python-requests/2.31",
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html)"
            })
    void robotsAreNotCounted(String browser) {
        assertThat(Robots.include(browser)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4"
                        + " Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
                "Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36"
            })
    void peopleAreCounted(String browser) {
        assertThat(Robots.include(browser)).isFalse();
    }

    @Test
    void pendingViewsAreBoundedAndEachVisitorIsOnce() {
        PendingViews pending = new PendingViews();
        for (int i = 0; i < 10; i++) {
            pending.add(new View(1, "192.0.2.1", "Firefox"));
        }
        pending.add(new View(1, "192.0.2.1", "Googlebot"));
        assertThat(pending.take()).containsExactly(new View(1, "192.0.2.1", "Firefox"));
        for (int i = 0; i < PendingViews.MOST + 10; i++) {
            pending.add(new View(i, "192.0.2.1", "Firefox"));
        }
        assertThat(pending.take()).hasSize(PendingViews.MOST);
        assertThat(pending.take()).isEmpty();
    }

    @Test
    void bitsDependOnKeyQuestionAddressAndBrowser() {
        Set<String> different = new HashSet<>();
        for (String key : new String[] {"one", "two"}) {
            for (long question : new long[] {1, 2}) {
                for (String network : new String[] {"192.0.2.1", "192.0.2.2"}) {
                    for (String browser : new String[] {"Firefox", "Safari"}) {
                        VisitorDigest digest = new VisitorDigest(key);
                        View view = new View(question, network, browser);
                        int[] bits = digest.bits(view);
                        assertThat(digest.bits(view)).isEqualTo(bits).hasSize(VisitorDigest.BITS);
                        different.add(Arrays.toString(bits));
                    }
                }
            }
        }
        assertThat(different).hasSize(16);
    }
}
