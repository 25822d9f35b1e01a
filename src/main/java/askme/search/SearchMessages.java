package askme.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the search, in {@code messages/search_*.properties}. */
@MessageBundle("search")
public interface SearchMessages {

    @Message
    String title();

    @Message
    String results_for(String typed);

    @Message
    String go();

    @Message
    String relevance();

    @Message
    String newest();

    @Message
    String order();

    @Message
    String found(int count);

    @Message
    String found_more(int count);

    @Message
    String cut_short();

    @Message
    String nothing(String typed);

    @Message
    String in_answer();

    @Message
    String not_searched(String words);

    @Message
    String nothing_to_search();

    @Message
    String unknown_member(String name);

    @Message
    String unknown_tags(int count, String tags);

    @Message
    String try_fewer();

    @Message
    String try_spelling();

    @Message
    String try_filters();

    @Message
    String try_asking();

    @Message
    String how();

    @Message
    String help_words();

    @Message
    String help_phrase();

    @Message
    String help_not();

    @Message
    String help_tag();

    @Message
    String help_user();

    @Message
    String help_answered();

    @Message
    String example_words();

    @Message
    String example_phrase();

    @Message
    String example_not();

    @Message
    String suggestions();

    @Message
    String all_results();

    @Message
    String found_while_typing();

    @Message
    String none_while_typing();

    @Message
    String similar();

    @Message
    String answers_of(int count);

    @Message
    String ask_it();
}
