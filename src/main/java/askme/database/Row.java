package askme.database;

import java.time.Instant;

/**
 * One row of a native query, with its columns by name. The transformer of the query creates it: {@code (values, names) ->
 * card(new Row(values, names))}. Such a lambda must capture no variable, because Hibernate keeps a plan for each instance of a
 * transformer.
 *
 * @param values the columns' values, with the types of the query's scalars
 * @param names the columns' aliases, in the same order
 */
public record Row(Object[] values, String[] names) {

    /** The number in {@code column}, which is never null. */
    public long id(String column) {
        return ((Number) value(column)).longValue();
    }

    /** The number in {@code column}, 0 if it is null. */
    public long idOrZero(String column) {
        Number number = (Number) value(column);
        return number == null ? 0 : number.longValue();
    }

    /** The number in {@code column}, which is never null. */
    public int number(String column) {
        return ((Number) value(column)).intValue();
    }

    /** The number in {@code column}, 0 if it is null. */
    public int numberOrZero(String column) {
        Number number = (Number) value(column);
        return number == null ? 0 : number.intValue();
    }

    /** The text in {@code column}; may be null. */
    public String text(String column) {
        return (String) value(column);
    }

    /** The moment in {@code column}; may be null. */
    public Instant moment(String column) {
        return (Instant) value(column);
    }

    /** Whether {@code column} holds a value. */
    public boolean has(String column) {
        return value(column) != null;
    }

    /** Whether the boolean or number in {@code column} is true. */
    public boolean is(String column) {
        Object value = value(column);
        return value instanceof Number number ? number.intValue() != 0 : Boolean.TRUE.equals(value);
    }

    /**
     * The value of {@code column}, as the driver returned it; may be null.
     *
     * @throws IllegalArgumentException if the query has no such column
     */
    public Object value(String column) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(column)) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("the query has no column " + column + ": " + String.join(", ", names));
    }
}
