package askme.mcp;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts that tools send to assistants, from {@code messages/mcp_*.properties}. */
@MessageBundle("mcp")
interface McpMessages {

    @Message
    String scope_missing(String address);

    @Message
    String not_found();

    @Message
    String bad_question();

    @Message
    String bad_answer();

    @Message
    String bad_list();

    @Message
    String bad_cursor();

    @Message
    String one_post();

    @Message
    String refused();

    @Message
    String posted();

    @Message
    String waits();
}
