package askme.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexSearchTest {

    private static final int ROWS = 1_000;

    /** In the titles of a thousand posts "java" is in each, "stream" in every tenth, "sort" in every twentieth. */
    private static WordShares shares() {
        List<String> rows = new ArrayList<>(Collections.nCopies(ROWS - 100, "t0cjava t0cjava"));
        rows.addAll(Collections.nCopies(50, "t0djava t0dstream"));
        rows.addAll(Collections.nCopies(50, "t0djava t0dstream t0dsort"));
        return WordShares.of(rows);
    }

    private static IndexSearch search(String words, boolean prefix) {
        return new IndexQuery(IndexTerm.of(words), List.of(), List.of()).in(Field.TITLE, prefix, shares());
    }

    private static String against(String words, boolean prefix) {
        return search(words, prefix).against(List.of(0));
    }

    @Test
    void sharesAreCountedOncePerPost() {
        assertThat(shares().of("t07java")).isEqualTo(1);
        assertThat(shares().of("t07stream")).isEqualTo(0.1);
        assertThat(shares().of("q07stream")).as("in another field").isZero();
        assertThat(shares().ofBeginning("t07s")).as("stream and sort").isCloseTo(0.15, within(1e-9));
        assertThat(shares().of("t07kafka")).isZero();
        assertThat(WordShares.UNKNOWN.of("t07java")).isZero();
    }

    @Test
    void wordOfOnePostIsNotKnown() {
        List<String> rows = new ArrayList<>(Collections.nCopies(ROWS, "t0cjava"));
        rows.set(0, "t0ckafka");
        assertThat(WordShares.of(rows).of("t00kafka")).isZero();
    }

    @Test
    void rarestWordIsReadFirst() {
        assertThat(against("java stream sort", false)).isEqualTo("+t00sort +t00stream +t00java");
        assertThat(against("java stream kafka", false)).isEqualTo("+t00kafka +t00stream +t00java");
    }

    @Test
    void lastWordStaysABeginning() {
        assertThat(against("java s", true)).isEqualTo("+t00s* +t00java");
        assertThat(against("kafka java", true)).isEqualTo("+t00kafka +t00java*");
    }

    @Test
    void nameIsAsRareAsItsRarestWord() {
        assertThat(against("java stream.sort", false)).startsWith("+(t00streamsort");
        assertThat(against("sort java.stream", false)).startsWith("+t00sort ");
    }

    @Test
    void searchIsRareIfOneTermIs() {
        assertThat(search("java stream", false).isRare()).isFalse();
        assertThat(search("java strea", false).isRare()).isTrue();
        assertThat(search("java strea", true).isRare()).as("as a beginning").isFalse();
    }
}
