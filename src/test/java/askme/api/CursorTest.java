package askme.api;

import static org.assertj.core.api.Assertions.assertThat;

import askme.web.page.ListKey;
import org.junit.jupiter.api.Test;

/** Cursors of lists. */
class CursorTest {

    @Test
    void placeIsReadBackByItsListOnly() {
        ListKey key = new ListKey(-5, 42);
        String cursor = Cursor.of("HOT0", key);
        assertThat(Cursor.key("HOT0", cursor)).contains(key);
        assertThat(Cursor.key("HOT7", cursor)).isEmpty();
        assertThat(Cursor.of("HOT0", null)).isNull();
    }

    @Test
    void otherTextsAreNoCursors() {
        assertThat(Cursor.key("HOT0", "")).isEmpty();
        assertThat(Cursor.key("HOT0", "%")).isEmpty();
        assertThat(Cursor.key("HOT0", Cursor.of("HOT0", "x"))).isEmpty();
        assertThat(Cursor.place("tags", "a".repeat(500))).isEmpty();
    }

    @Test
    void namesArePlacesToo() {
        assertThat(Cursor.place("tags", Cursor.of("tags", "c++"))).contains("c++");
    }
}
