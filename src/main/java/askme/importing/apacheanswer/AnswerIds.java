package askme.importing.apacheanswer;

import askme.importing.OldAddress;
import askme.importing.content.OldIds;
import askme.importing.content.RowFault;

/** The ids of Answer: a 1, three digits for the kind, and a number of 13 digits that no other row has. */
final class AnswerIds {

    static final int QUESTION = 1;
    static final int ANSWER = 2;
    static final int COMMENT = 7;

    /** Bits in memory say which rows exist, so one wrong id must not need all of it. */
    static final int GREATEST_NUMBER = 500_000_000;

    private static final long FIRST = 10_000_000_000_000_000L;
    private static final long KIND = 10_000_000_000_000L;

    static final OldIds ALL = new OldIds(FIRST + QUESTION * KIND, FIRST + ANSWER * KIND, FIRST + COMMENT * KIND);

    private AnswerIds() {}

    static int number(long id) throws RowFault {
        long number = id % KIND;
        if (id < FIRST || number < 1 || number > GREATEST_NUMBER) {
            throw new RowFault(id + " is no id");
        }
        return (int) number;
    }

    /** The number of the post with this long or short id. */
    static int ofAddress(String id) throws RowFault {
        long full = OldAddress.id(id);
        return number(full < FIRST ? OldAddress.ofShort(id) : full);
    }

    static int kind(long id) {
        return (int) (id / KIND % 1000);
    }
}
