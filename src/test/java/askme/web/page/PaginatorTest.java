package askme.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginatorTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 3, 1 2 3",
        "1, 53, 1 2 3 … 53",
        "2, 53, 1 2 3 4 … 53",
        "5, 53, 1 2 3 4 5 6 7 … 53",
        "6, 53, 1 … 4 5 6 7 8 … 53",
        "27, 53, 1 … 25 26 27 28 29 … 53",
        "51, 53, 1 … 49 50 51 52 53",
        "53, 53, 1 … 51 52 53",
        "1, 5, 1 2 3 4 5"
    })
    void firstLastAndNeighboursAreShown(int page, int pages, String shown) {
        String numbers = new Paginator(page, pages, "/?")
                .numbers().stream().map(n -> n == 0 ? "…" : n.toString()).collect(Collectors.joining(" "));
        assertThat(numbers).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "NULL, 1",
                "'', 1",
                "abc, 1",
                "0, 1",
                "-3, 1",
                "1.5, 1",
                "' 2', 1",
                "2, 2",
                "3, 3",
                "4, 3",
                "999999, 3",
                "999999999999999999, 3",
                "99999999999999999999999, 1",
                "٣, 1"
            },
            nullValues = "NULL")
    void anyParameterMeansAPage(String parameter, int page) {
        assertThat(Paginator.of(parameter, 41, 20, "/hot/").page()).isEqualTo(page);
    }

    @Test
    void emptyListHasOnePage() {
        Paginator empty = Paginator.of(null, 0, 20, "/");
        assertThat(empty.pages()).isOne();
        assertThat(empty.needed()).isFalse();
        assertThat(Paginator.of(null, 20, 20, "/").needed()).isFalse();
        assertThat(Paginator.of(null, 21, 20, "/").needed()).isTrue();
    }

    @Test
    void urlKeepsOtherParameters() {
        assertThat(Paginator.of("2", 41, 20, "/hot/").url(1)).isEqualTo("/hot/");
        assertThat(Paginator.of("2", 41, 20, "/hot/").url(3)).isEqualTo("/hot/?page=3");
        assertThat(Paginator.of("2", 41, 20, "/search/?q=a").url(3)).isEqualTo("/search/?q=a&page=3");
        assertThat(Paginator.of("2", 41, 20, "/search/?q=a").url(1)).isEqualTo("/search/?q=a");
    }
}
