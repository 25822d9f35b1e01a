package askme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05Z");

    private final Row row = new Row(
            new Object[] {BigInteger.valueOf(5_000_000_000L), 7, "title", MOMENT, null, true, 0},
            new String[] {"id", "votes", "title", "created_at", "missing", "open", "closed"});

    @Test
    void columnsAreReadByName() {
        assertThat(row.id("id")).isEqualTo(5_000_000_000L);
        assertThat(row.number("votes")).isEqualTo(7);
        assertThat(row.text("title")).isEqualTo("title");
        assertThat(row.moment("created_at")).isEqualTo(MOMENT);
        assertThat(row.value("votes")).isEqualTo(7);
    }

    @Test
    void nullsAreReadAsNullZeroOrFalse() {
        assertThat(row.text("missing")).isNull();
        assertThat(row.moment("missing")).isNull();
        assertThat(row.numberOrZero("missing")).isZero();
        assertThat(row.is("missing")).isFalse();
        assertThat(row.has("missing")).isFalse();
        assertThat(row.has("votes")).isTrue();
        assertThatThrownBy(() -> row.number("missing")).isInstanceOf(NullPointerException.class);
    }

    @Test
    void booleanMayBeANumber() {
        assertThat(row.is("open")).isTrue();
        assertThat(row.is("closed")).isFalse();
        assertThat(row.is("votes")).isTrue();
    }

    @Test
    void unknownColumnIsAnError() {
        assertThatThrownBy(() -> row.text("body"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column body")
                .hasMessageContaining("created_at");
    }
}
