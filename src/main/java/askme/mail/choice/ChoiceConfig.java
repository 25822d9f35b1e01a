package askme.mail.choice;

import io.smallrye.config.ConfigMapping;

/** When an address gets no more mail; application.properties holds the default. */
@ConfigMapping(prefix = "askme.mail")
interface ChoiceConfig {

    /** The number of days with a permanent refusal after which an address gets no mail. */
    int refusals();
}
