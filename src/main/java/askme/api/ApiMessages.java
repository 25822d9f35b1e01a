package askme.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the API, from {@code messages/api_*.properties}. */
@MessageBundle("api")
interface ApiMessages {

    @Message
    String bad_cursor();

    @Message
    String bad_field(String field);

    @Message
    String bad_list();

    @Message
    String bad_sort();

    @Message
    String bad_tag();

    @Message
    String no_body();

    @Message
    String invalid();

    @Message
    String version_required();

    @Message
    String overtaken();

    @Message
    String waits();

    @Message
    String has_answers();
}
