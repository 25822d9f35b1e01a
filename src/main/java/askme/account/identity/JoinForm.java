package askme.account.identity;

import askme.markdown.UserInput;
import askme.member.Nickname;
import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/** The nickname that a person from a provider chooses. */
@TemplateData
record JoinForm(@RestForm @Nickname String nickname) {

    JoinForm {
        nickname = UserInput.start(nickname);
    }
}
