package askme.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.member.Privilege;
import askme.member.Role;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ForbiddenException;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final long ANN = 1;
    private static final long BOB = 2;

    private final Rights guest = Rights.ofGuest();
    private final Rights ann = new Rights(ANN, Role.MEMBER, 0);
    private final Rights moderator = new Rights(4, Role.MODERATOR, 0);
    private final Rights administrator = new Rights(3, Role.ADMINISTRATOR, 0);

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

    @Test
    void moderatorModeratesAndDoesNotOperate() {
        assertThat(moderator.mayDelete(BOB) && moderator.mayLock() && moderator.closesAlone() && moderator.mayEdit(BOB))
                .isTrue();
        assertThat(moderator.maySuspend(Role.MEMBER)).isTrue();
        assertThat(moderator.maySuspend(Role.MODERATOR) || administrator.maySuspend(Role.ADMINISTRATOR))
                .isFalse();
        assertThat(moderator.mayOperate() || moderator.mayGiveRoles() || moderator.mayPurge())
                .isFalse();
    }

    @Test
    void ratingGivesPrivileges() {
        Rights rated = new Rights(ANN, Role.MEMBER, 499, privilege -> privilege == Privilege.EDIT ? 500 : 499);
        assertThat(rated.mayClose() && rated.mayReviewAll() && rated.mayEditTagWiki())
                .isTrue();
        assertThat(rated.mayEdit(BOB) || rated.closesAlone() || rated.mayDelete(BOB))
                .isFalse();
        assertThat(rated.mayEdit(ANN)).isTrue();
    }

    @Test
    void thresholdOfZeroMeansEverybodyWhoIsSignedIn() {
        Rights low = new Rights(ANN, Role.MEMBER, -20);
        assertThat(low.mayVote() && low.mayComment(BOB) && low.mayUpload()).isTrue();
        assertThat(guest.mayVote() || guest.mayComment(BOB) || guest.has(Privilege.CLOSE))
                .isFalse();
        assertThat(low.mayClose()).isFalse();
        assertThat(low.mayCloseAsDuplicate(ANN) && low.mayReopen(ANN, true)).isTrue();
        assertThat(low.mayReopen(ANN, false) || low.mayCloseAsDuplicate(BOB)).isFalse();
        Rights strict = new Rights(ANN, Role.MEMBER, 0, privilege -> 1);
        assertThat(strict.mayComment(ANN) && !strict.mayComment(BOB)).isTrue();
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
    void nobodyElseAsksForARole() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CurrentMember.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(AuthenticatedMember.class.getName())
                .should()
                .callMethod(AuthenticatedMember.class, "role")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("askme"));
    }
}
