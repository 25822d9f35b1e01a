package askme.account.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Whether addresses have to be confirmed; application.properties explains the keys. */
@ConfigMapping(prefix = "askme")
interface AddressConfig {

    /** Empty: in a production build only. */
    Optional<Boolean> confirmEmail();

    /** When old links are deleted: cron, an interval such as {@code 1h}, or {@code off}. */
    @WithName("address-links.sweep-schedule")
    String sweepSchedule();
}
