package askme.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexQueryTest {

    private static IndexQuery query(String words, String... phrases) {
        return new IndexQuery(
                IndexTerm.of(words), Arrays.stream(phrases).map(IndexPhrase::of).toList(), List.of());
    }

    private static String prefixed(String words) {
        return query(words).in(Field.TITLE, true, WordShares.UNKNOWN).against(List.of(0));
    }

    @Test
    void allTermsAreRequiredAndTheLastIsAPrefix() {
        assertThat(prefixed("java sort")).isEqualTo("+t00java +t00sort*");
        assertThat(query("java sort").in(Field.TITLE, false, WordShares.UNKNOWN).against(List.of(0)))
                .isEqualTo("+t00java +t00sort");
    }

    @Test
    void nameIsFoundAsOneWordOrAsItsWords() {
        assertThat(prefixed("node.js")).isEqualTo("+(t00nodejs* (+t00node +t00js*))");
        assertThat(prefixed("use node.js now")).isEqualTo("+t00use +(t00nodejs (+t00node +t00js)) +t00now*");
        assertThat(prefixed("notepad++")).startsWith("+(t00notepad_").endsWith(" (+t00notepad*))");
    }

    @Test
    void runOfCharactersRequiresItsPairs() {
        assertThat(prefixed("检索引").split(" ")).hasSize(2).allMatch(part -> part.startsWith("+t00_"));
        String[] longRun = prefixed("学校里选哪种虚拟机最好然后怎样快速安装它").split(" ");
        assertThat(longRun).hasSize(12);
        assertThat(longRun[11]).isEqualTo("+" + IndexWord.of("t00", "装它") + "*");
        assertThat(query("检 a").in(Field.TITLE, false, WordShares.UNKNOWN).against(List.of(0)))
                .matches("\\+t00_\\w+\\* \\+t00a");
        assertThat(IndexTerm.of("第3章"))
                .extracting(IndexTerm::words)
                .containsExactly(List.of("第"), List.of("3"), List.of("章"));
    }

    @Test
    void eachShardHasItsOwnGroup() {
        assertThat(query("java sort")
                        .in(Field.QUESTION, false, WordShares.UNKNOWN)
                        .against(List.of(1, 37)))
                .isEqualTo("(+q01java +q01sort) (+q11java +q11sort)");
        assertThat(query("java node.js").anyOf(Field.TITLE, List.of(0)).split(" "))
                .containsExactly("t00java", "t00node", "t00js", "t00nodejs");
    }

    @Test
    void phrasesFollowTheOrderOfTheIndex() {
        assertThat(query("", "out of memory")
                        .in(Field.TITLE, true, WordShares.UNKNOWN)
                        .against(List.of(0)))
                .isEqualTo("+\"t00out t00of t00memory\"");
        assertThat(query("", "memory").in(Field.TITLE, true, WordShares.UNKNOWN).against(List.of(0)))
                .isEqualTo("+t00memory");
        assertThat(IndexPhrase.of("数据库 索引").words()).containsExactly("数据", "据库", "库", "索引");
        assertThat(IndexPhrase.of("foo 检")).isEqualTo(new IndexPhrase(List.of("foo"), "检"));
        assertThat(IndexPhrase.of("?!").isEmpty()).isTrue();
        assertThat(IndexPhrase.of("my.dotted.key").words()).containsExactly("my", "dotted", "key");
    }

    @Test
    void exclusionsAreWordsPhrasesOrBeginnings() {
        IndexQuery query = new IndexQuery(
                IndexTerm.of("java"),
                List.of(),
                List.of(IndexPhrase.of("the end"), IndexPhrase.of("x"), IndexPhrase.of("检")));
        assertThat(query.in(Field.TITLE, false, WordShares.UNKNOWN).against(List.of(0)))
                .matches("\\+t00java -\"t00the t00end\" -t00x -t00_\\w+\\*");
    }

    @Test
    void titleTellsWhetherItHasTheWords() {
        assertThat(query("java sort").isIn("How to SORT in Java", false)).isTrue();
        assertThat(query("sort jav").isIn("How to sort in Java", false)).isFalse();
        assertThat(query("sort jav").isIn("How to sort in Java", true)).isTrue();
        assertThat(query("jav sort").isIn("How to sort in Java", true))
                .as("only the last")
                .isFalse();
        assertThat(query("node.js").isIn("nodejs", false)).isTrue();
        assertThat(query("node.js").isIn("js of a node", false)).isTrue();
        assertThat(query("node.j").isIn("node.js", true)).isTrue();
        assertThat(query("检索引").isIn("全文检索引擎", false)).isTrue();
        assertThat(query("检索引").isIn("全文索引检索", false)).isTrue();
        assertThat(query("检索引").isIn("全文检索", true)).isFalse();
        assertThat(query("检").isIn("全文检索", false)).isTrue();
        assertThat(query("java", "of memory").isIn("Java: out of memory", false))
                .isTrue();
        assertThat(query("java", "of memory").isIn("Java memory", false)).isFalse();
    }
}
