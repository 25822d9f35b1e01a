package askme.account.factor;

import askme.factor.PasskeyTable;
import askme.factor.Passkeys;
import askme.factor.SecondFactor;
import askme.member.Member;
import askme.session.CurrentMember;
import askme.session.StepUp;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/**
 * The ways of the reader to prove who it is, for the tags of pages.
 *
 * @param secondStep whether a sign-in needs a second step
 * @param app whether there is an authenticator app
 * @param codesLeft the recovery codes that were not used
 * @param confirmed whether the member has just proved who it is
 */
@TemplateData
record FactorSection(
        List<PasskeyTable.Line> passkeys,
        boolean secondStep,
        boolean app,
        int codesLeft,
        boolean password,
        boolean confirmed) {

    @TemplateExtension(namespace = "factors")
    static FactorSection mine() {
        Member member = bean(CurrentMember.class).row();
        SecondFactor secondFactor = bean(SecondFactor.class);
        return new FactorSection(
                bean(Passkeys.class).of(member.id),
                member.secondFactor,
                secondFactor.hasApp(member.id),
                secondFactor.codesLeft(member.id),
                member.passwordHash != null,
                bean(StepUp.class).isConfirmed());
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
