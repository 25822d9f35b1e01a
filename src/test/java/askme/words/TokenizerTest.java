package askme.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static final String SAMPLE = "a1_.#+-'é\u0301ー中";

    private static List<String> terms(String text) {
        return Tokenizer.tokens(text).stream().map(Token::term).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why is C so fast?                | why is c so fast",
                "R, Go and IO                     | r go and io",
                "my.dotted.key = 1                | my dotted key mydottedkey 1",
                "snake_case and snake\\_case      | snake case snakecase and snake case snakecase",
                "std::vector<int>                 | std vector stdvector int",
                "kebab-case, e‑mail               | kebab case kebabcase e mail email",
                "Upgrade to v1.2.3 now            | upgrade to v1 2 3 v1.2.3 now",
                "UTF-8 node.js x86_64             | utf 8 utf8 node js nodejs x86 64 x86.64",
                "C++ C# F#                        | c++ c# f#",
                "c++11                            | c++ 11",
                "Notepad++ i++                    | notepad notepad++ i++",
                "a#b C#7                          | a b c 7",
                ".NET                             | net",
                "don't it’s                       | don t dont it s its",
                "a - b ... c                      | a b c",
                "如何在数据库中                       | 如何 何在 在数 数据 据库 库中 中",
                "数据库 索引                         | 数据 据库 库 索引 引",
                "Python入門 第3章                    | python 入門 門 第 3 章",
                "東京                              | 東京 京",
                "データベース                         | デー ータ タベ ベー ース ス",
                "검색을                             | 검색 색을 을",
                "ข้อมูล                            | ข้อ อมู มูล ล",
                "ភាសាខ្មែរ                          | ភាសា សាខ្ ខ្មែ មែរ រ",
                "हिन्दी में खोज                       | हिन्दी में खोज",
                "বাংলা ভাষা                         | বাংলা ভাষা",
                "தமிழ் மொழி                         | தமிழ் மொழி",
                "مُحَمَّد والعـــربية                 | محمد والعربيه",
                "שָׁלוֹם עולם                        | שלום עולם",
                "за\u0301мок Ёжик                  | замок ежик",
                "😀 ?!                             | ''"
            })
    void textIsSplitIntoTokens(String text, String tokens) {
        assertThat(String.join(" ", terms(text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"café Ứng dụng", "한국어 검색", "ガ行", "й ё ї", "हिन्दी क़लम", "ข้อมูล", "שָׁלוֹם", "مُحَمَّد أ"})
    void formOfUnicodeDoesNotMatter(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(terms(decomposed)).isEqualTo(terms(composed));
    }

    @Test
    void tokenKnowsItsPlaceInTheText() {
        String text = "Ein Café, 数据 v1.2";
        for (Token token : Tokenizer.tokens(text)) {
            String part = text.substring(token.start(), token.end());
            assertThat(Folding.fold(part)).isEqualTo(Folding.fold(token.term()));
        }
        assertThat(Tokenizer.tokens(text))
                .extracting(Token::kind)
                .containsExactly(
                        Token.Kind.WORD,
                        Token.Kind.WORD,
                        Token.Kind.PAIR,
                        Token.Kind.LAST,
                        Token.Kind.WORD,
                        Token.Kind.WORD,
                        Token.Kind.NAME);
    }

    @Test
    void randomTextIsAccepted() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                boolean any = random.nextInt(3) == 0;
                text.append(any ? (char) random.nextInt(0x10000) : SAMPLE.charAt(random.nextInt(SAMPLE.length())));
            }
            for (Token token : Tokenizer.tokens(text.toString())) {
                assertThat(token.term()).as(text.toString()).isNotEmpty();
                assertThat(token.start()).isLessThan(token.end());
                assertThat(token.end()).isLessThanOrEqualTo(text.length());
            }
        }
    }
}
