package askme.account.identity;

import askme.account.Accounts;
import askme.account.NewAccount;
import askme.account.address.Addresses;
import askme.database.NewTransaction;
import askme.factor.SignInWayChanged.Change;
import askme.factor.SignInWays;
import askme.joining.JoinRules;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.provider.ConfiguredProviders;
import askme.provider.ExternalIdentity;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Connects persons of providers with members. An address never connects: a person joins an account only after its member has
 * signed in to it and agrees.
 */
@ApplicationScoped
class Identities {

    private final IdentityTable table;
    private final Accounts accounts;
    private final Addresses addresses;
    private final JoinRules rules;
    private final SignInWays ways;
    private final WaysIn waysIn;
    private final ConfiguredProviders providers;

    Identities(
            IdentityTable table,
            Accounts accounts,
            Addresses addresses,
            JoinRules rules,
            SignInWays ways,
            WaysIn waysIn,
            ConfiguredProviders providers) {
        this.table = table;
        this.accounts = accounts;
        this.addresses = addresses;
        this.rules = rules;
        this.ways = ways;
        this.waysIn = waysIn;
        this.providers = providers;
    }

    /** The member whom the person is connected with. */
    Optional<Member> member(ExternalIdentity identity) {
        return NewTransaction.call(() -> {
            Optional<Long> id = table.member(identity);
            id.ifPresent(found -> table.used(identity));
            return id.flatMap(known -> Member.<Member>findByIdOptional(known));
        });
    }

    List<IdentityTable.Line> of(long member) {
        return NewTransaction.call(() -> table.of(member));
    }

    /** Whether a member has proved to own the address of the person, so that there is no second account with it. */
    boolean addressHasOwner(ExternalIdentity identity) {
        return NewTransaction.call(() -> table.hasOwner(EmailAddress.Check.clean(identity.email())));
    }

    /**
     * Makes a member of the person, without a password. A member who never proved to own the address loses it.
     *
     * @param invitation may be empty
     * @return empty if {@code errors} say why there is no member
     */
    Optional<Member> join(ExternalIdentity identity, String nickname, String invitation, FormErrors errors) {
        String email = EmailAddress.Check.clean(identity.email());
        Optional<Member> made = accounts.create(
                new NewAccount(email, nickname, null, null, addresses.required()),
                errors,
                () -> {
                    table.freeAddress(email);
                    return rules.use(email, invitation);
                },
                member -> {
                    if (!table.add(member.id, identity)) {
                        throw new TakenMeanwhile();
                    }
                    if (member.mustConfirm) {
                        addresses.sendConfirmation(member);
                    }
                });
        return made;
    }

    /** Adds this way to sign in to those of the member. Returns false if it belongs to another member already. */
    boolean connect(long member, ExternalIdentity identity) {
        return NewTransaction.call(() -> {
            Member.lock(member);
            Optional<Long> owner = table.member(identity);
            if (owner.isPresent()) {
                return owner.get() == member;
            }
            boolean added = table.add(member, identity);
            if (added) {
                ways.changed(member, Change.IDENTITY_ADDED, label(identity.provider()));
            }
            return added;
        });
    }

    /** Removes a way to sign in. Returns false if it is the last one. */
    boolean disconnect(long member, long id) {
        return NewTransaction.call(() -> {
            Member locked = Member.lockById(member);
            List<IdentityTable.Line> lines = table.of(member);
            Optional<IdentityTable.Line> line =
                    lines.stream().filter(l -> l.id() == id).findFirst();
            if (line.isEmpty()) {
                return true;
            }
            if (!waysIn.hasOtherThanIdentity(locked, id)) {
                return false;
            }
            if (table.remove(id, member)) {
                ways.changed(member, Change.IDENTITY_REMOVED, label(line.get().provider()));
            }
            return true;
        });
    }

    private String label(String provider) {
        return providers.find(provider).map(p -> p.label()).orElse(provider);
    }

    /** Two requests connect one person at the same time. */
    static final class TakenMeanwhile extends RuntimeException {

        TakenMeanwhile() {
            super("the identity belongs to another member since a moment", null, false, false);
        }
    }
}
