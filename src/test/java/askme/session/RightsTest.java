package askme.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ForbiddenException;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final long ANN = 1;
    private static final long BOB = 2;

    private final Rights guest = Rights.ofGuest();
    private final Rights ann = new Rights(ANN, false);
    private final Rights administrator = new Rights(3, true);

    @Test
    void authorChangesOwnPosts() {
        assertThat(ann.mayEdit(ANN)).isTrue();
        assertThat(ann.mayDelete(ANN)).isTrue();
        assertThat(ann.mayRestore(ANN)).isTrue();
        assertThat(ann.mayChangeComment(ANN)).isTrue();
        assertThat(ann.mayEdit(BOB)).isFalse();
        assertThat(ann.mayDelete(BOB)).isFalse();
        assertThat(ann.mayRestore(BOB)).isFalse();
        assertThat(ann.mayChangeComment(BOB)).isFalse();
        assertThat(ann.mayEditAll() || ann.mayDeleteAnswered() || ann.mayConvert())
                .isFalse();
        assertThat(ann.maySuspend() || ann.mayOperate()).isFalse();
    }

    @Test
    void administratorActsAsModerator() {
        assertThat(administrator.mayEdit(BOB)).isTrue();
        assertThat(administrator.mayEditAll()).isTrue();
        assertThat(administrator.mayDelete(BOB)).isTrue();
        assertThat(administrator.mayDeleteAnswered()).isTrue();
        assertThat(administrator.mayConvert()).isTrue();
        assertThat(administrator.mayRestore(BOB)).isTrue();
        assertThat(administrator.mayChangeComment(BOB)).isTrue();
        assertThat(administrator.maySuspend()).isTrue();
        assertThat(administrator.mayOperate()).isTrue();
    }

    @Test
    void everybodySuggestsAndTheAuthorOrAModeratorDecides() {
        assertThat(ann.maySuggest() && !guest.maySuggest()).isTrue();
        assertThat(ann.mayReview(ANN) && administrator.mayReview(BOB) && administrator.mayReviewAll())
                .isTrue();
        assertThat(ann.mayReview(BOB) || ann.mayReviewAll() || guest.mayReview(0))
                .isFalse();
        assertThat(ann.mayTake(ANN, BOB) && administrator.mayTake(BOB, ANN)).isTrue();
        assertThat(ann.mayTake(BOB, ANN) || ann.mayTake(BOB, 3)).isFalse();
    }

    /** The id 0 stands for no member, so a post without an author belongs to nobody. */
    @Test
    void guestMayNothing() {
        assertThat(guest.mayEdit(0)).isFalse();
        assertThat(guest.mayDelete(BOB)).isFalse();
        assertThat(guest.mayChangeComment(BOB)).isFalse();
    }

    @Test
    void whatIsNotAllowedIsForbidden() {
        Rights.require(true);
        assertThatThrownBy(() -> Rights.require(false)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void nobodyElseAsksWhoIsAnAdministrator() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CurrentMember.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(AuthenticatedMember.class.getName())
                .should()
                .callMethod(AuthenticatedMember.class, "admin")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("askme"));
    }
}
