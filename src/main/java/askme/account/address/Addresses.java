package askme.account.address;

import askme.command.Production;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The addresses of accounts: which are confirmed, and what a change needs. An address is proven only after its owner used a link
 * that was sent to it. Each method is part of the caller's transaction, which has locked the member's row.
 */
@ApplicationScoped
public class Addresses {

    private final AddressLinks links;
    private final boolean required;
    private final Clock clock;

    @Inject
    Addresses(AddressLinks links, AddressConfig config, Production production, Clock clock) {
        this(links, config.confirmEmail().orElseGet(production::isBuild), clock);
    }

    Addresses(AddressLinks links, boolean required, Clock clock) {
        this.links = links;
        this.required = required;
        this.clock = clock;
    }

    /** Whether new accounts have to confirm the address before anything is posted. */
    public boolean required() {
        return required;
    }

    /** The result of a change. */
    public enum Change {
        DONE,
        /** A link was sent to the new address. The present one stays until the link is used. */
        LINK_SENT,
        /** The address got too many mails lately. Nothing was changed. */
        TOO_MANY
    }

    /** Changes the address of a member who asked for it, or sends the link that changes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change change(Member member, String email) {
        if (required && !member.mustConfirm) {
            return links.make(member.id, AddressPurpose.CHANGE, email) ? Change.LINK_SENT : Change.TOO_MANY;
        }
        if (member.mustConfirm && !links.make(member.id, AddressPurpose.CONFIRM, email)) {
            return Change.TOO_MANY;
        }
        if (!member.mustConfirm) {
            links.endPending(member.id);
        }
        replace(member, email);
        return Change.DONE;
    }

    private void replace(Member member, String email) {
        String before = member.email;
        Member.setAddress(member.id, email, null);
        if (before != null && !member.mustConfirm) {
            links.make(member.id, AddressPurpose.UNDO, before);
        }
    }

    /** Sends another link to the present address. Returns false if too many were sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean sendConfirmation(Member member) {
        return member.email != null && links.make(member.id, AddressPurpose.CONFIRM, member.email);
    }

    /** Records that the owner of the member's present address used a link that was sent to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirm(Member member) {
        Member.setAddress(member.id, member.email, clock.instant());
    }

    /** Gives the account the address of a link that was used. The owner of the one before gets a mail, and can take the change back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirmChange(Member member, AddressLink link) {
        links.endPending(member.id);
        replace(member, link.email());
        Member.setAddress(member.id, link.email(), clock.instant());
    }

    /** Gives the account the address back that it had before a change. Links that were made since then end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Member member, AddressLink link) {
        links.endLater(link);
        links.endPending(member.id);
        Member.setAddress(member.id, link.email(), clock.instant());
    }
}
