package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtomRulesTest {

    private static final String VALID = """
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>https://ask.example.org/</id><title>All</title><updated>2026-01-02T03:04:05Z</updated>
            <link rel="self" href="https://ask.example.org/feed.atom"/>
            <entry><id>https://ask.example.org/question/1/</id><title>One</title><updated>2026-01-02T03:04:05Z</updated>
            <author><name>ann</name></author><content type="html">&lt;p>One&lt;/p></content></entry>
            </feed>""";

    @Test
    void validFeedHasNoFaults() {
        assertThat(AtomRules.faults(VALID)).isEmpty();
    }

    @Test
    void eachBrokenRuleIsFound() {
        assertThat(AtomRules.faults(VALID.replace("<author><name>ann</name></author>", "")))
                .containsExactly("entry: no author");
        assertThat(AtomRules.faults(VALID.replace("<title>One</title>", ""))).containsExactly("entry: not one title");
        assertThat(AtomRules.faults(VALID.replace("05Z</updated>\n<author>", "05</updated>\n<author>")))
                .hasSize(1);
        assertThat(AtomRules.faults(VALID.replace("https://ask.example.org/question/1/", "/question/1/")))
                .containsExactly("not absolute: /question/1/");
        assertThat(AtomRules.faults(VALID.replace("rel=\"self\"", "rel=\"next\"")))
                .containsExactly("feed: no link to itself");
        assertThat(AtomRules.faults(VALID.replace("&lt;p>One&lt;/p>", "<p>One</p>")))
                .containsExactly("content: has elements");
        assertThat(AtomRules.faults("<feed>")).hasSize(1);
    }
}
