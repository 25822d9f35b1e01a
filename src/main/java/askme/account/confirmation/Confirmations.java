package askme.account.confirmation;

import askme.account.Accounts;
import askme.account.address.AddressLink;
import askme.account.address.AddressLinks;
import askme.account.address.AddressPurpose;
import askme.account.address.Addresses;
import askme.member.Member;
import askme.session.Sessions;
import askme.waiting.WaitingPosts;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Does what a link to an address is for. Of two requests with one link, one does it. */
@ApplicationScoped
class Confirmations {

    private final AddressLinks links;
    private final Addresses addresses;
    private final Accounts accounts;
    private final Sessions sessions;
    private final WaitingPosts waiting;
    private final Audit audit;

    Confirmations(
            AddressLinks links,
            Addresses addresses,
            Accounts accounts,
            Sessions sessions,
            WaitingPosts waiting,
            Audit audit) {
        this.links = links;
        this.addresses = addresses;
        this.accounts = accounts;
        this.sessions = sessions;
        this.waiting = waiting;
        this.audit = audit;
    }

    /**
     * Uses the link.
     *
     * @param errors gets an error if another account has the address by now
     * @return what was posted; empty if the link was not used
     */
    Optional<WaitingPosts.Posted> use(AddressLink link, FormErrors errors) {
        boolean used = accounts.unlessTaken(errors, () -> change(link)).orElse(false);
        if (!used) {
            return Optional.empty();
        }
        sessions.refresh(link.memberId());
        if (link.purpose() == AddressPurpose.UNDO) {
            sessions.endAllAccess(link.memberId());
        }
        switch (link.purpose()) {
            case CONFIRM -> audit.event("email-confirmed", link.memberId());
            case CHANGE -> audit.event("email-changed", link.memberId());
            case UNDO -> audit.event("email-change-undone", link.memberId());
        }
        return Optional.of(waiting.post(link.memberId()));
    }

    private boolean change(AddressLink link) {
        Member member = Member.lockById(link.memberId());
        boolean present = link.email().equalsIgnoreCase(member.email);
        if (link.purpose() == AddressPurpose.CONFIRM && !present || !links.use(link)) {
            return false;
        }
        switch (link.purpose()) {
            case CONFIRM -> addresses.confirm(member);
            case CHANGE -> addresses.confirmChange(member, link);
            case UNDO -> addresses.takeBack(member, link);
        }
        return true;
    }
}
