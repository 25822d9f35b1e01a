package askme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeaderParsingTest {

    /** They take cubic time for a long range. AcceptLanguage reads the header in one pass. */
    @Test
    void headersAreNotParsedByTheLibraryOfLocales() {
        noClasses()
                .should()
                .callMethod(Locale.class, "lookup", List.class, Collection.class)
                .orShould()
                .callMethod(Locale.class, "filter", List.class, Collection.class)
                .orShould()
                .callMethod(Locale.LanguageRange.class, "parse", String.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("askme"));
    }
}
