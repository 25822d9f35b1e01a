package askme.account.factor;

import askme.account.SignIn;
import askme.account.SignInResult;
import askme.factor.Passkeys;
import askme.factor.SecondFactor;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks the proofs of a member. Failures count as those of passwords do. */
@ApplicationScoped
class Proof {

    private final SignIn signIn;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;

    Proof(SignIn signIn, SecondFactor secondFactor, Passkeys passkeys) {
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
    }

    /** The second step of a sign-in: a code or a passkey. */
    SignInResult secondStep(Member member, ProofForm form) {
        return signIn.secondStep(member, () -> hasFactor(member, form));
    }

    /** A signed-in member proves again who it is: a password, a code or a passkey. */
    SignInResult again(Member member, ProofForm form) {
        return form.password().isEmpty()
                ? signIn.proveAgain(member, () -> hasFactor(member, form))
                : signIn.confirm(member, form.password());
    }

    private boolean hasFactor(Member member, ProofForm form) {
        return form.hasPasskey()
                ? passkeys.signer(form.token(), form.credential(), id -> id == member.id)
                        .isPresent()
                : member.secondFactor && secondFactor.accepts(member.id, form.code());
    }
}
