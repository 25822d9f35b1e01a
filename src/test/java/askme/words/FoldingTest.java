package askme.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Crème ÀÉÎ, cremeaei",
        "Йод Ёж, йодеж",
        "за\u0301мок замо\u0301к, замокзамок",
        "Ї ў, їў",
        "ΆΐΏ ΟΔΌΣ, αιωοδοσ",
        "İstanbul ISPARTA ığdır, istanbulispartaigdir",
        "Đặng Ứng, dangung",
        "straße ŒUVRE Øl, strasseoeuvreol",
        "ﬁ Ａ１ ²½ Ⅷ, fia1212viii",
        "مُحَمَّدٌ أحمد إلى كتابة ـ, محمداحمداليكتابه",
        "שָׁלוֹם, שלום",
        "हिन्दी क़लम, हिन्दीकलम",
        "ข้อมูล ป่า, ข้อมูลป่า",
        "ｶﾞﾊﾟ ガパ, ガパガパ",
        "한글 \u1112\u1161\u11ab\u1100\u1173\u11af, 한글한글",
        "'!?…', ''"
    })
    void caseAccentsAndWidthAreRemoved(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"мой, мои", "ক, কি", "は, ば", "ป่า, ปา", "தமிழ், தமழ"})
    void lettersOfAScriptStayDifferent(String one, String other) {
        assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
    }
}
