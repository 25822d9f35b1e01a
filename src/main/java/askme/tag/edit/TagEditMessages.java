package askme.tag.edit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages that describe and change tags, in {@code messages/tagedit_*.properties}. */
@MessageBundle("tagedit")
public interface TagEditMessages {

    @Message
    String about(String tag);

    @Message
    String no_description();

    @Message
    String synonyms();

    @Message
    String edit();

    @Message
    String title(String tag);

    @Message
    String last_edit();

    @Message
    String description();

    @Message
    String description_hint();

    @Message
    String text();

    @Message
    String text_hint();

    @Message
    String save();

    @Message
    String described();

    @Message
    String overtaken(String description, String text);

    @Message
    String names();

    @Message
    String add();

    @Message
    String add_hint();

    @Message
    String add_button();

    @Message
    String remove(String name);

    @Message
    String synonym_added(String name);

    @Message
    String synonym_removed(String name);

    @Message
    String rename();

    @Message
    String new_name();

    @Message
    String new_name_hint();

    @Message
    String merge();

    @Message
    String merge_into();

    @Message
    String merge_hint();

    @Message
    String rename_sure(String tag, String name);

    @Message
    String merge_sure(String tag, String into);

    @Message
    String concerned(int count);

    @Message
    String renaming(String tag, String name);

    @Message
    String merging(String tag, String into);

    @Message
    String bad_name();

    @Message
    String is_tag();

    @Message
    String taken();

    @Message
    String same();

    @Message
    String no_tag();

    @Message
    String too_many(int most);

    @Message
    String running();

    @Message
    String reserved(String name);
}
