package askme.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A change of a question's page. It is published to every reader who has the page open, and it is in the response to a
 * page that catches up. The channel of a member has another one ({@link LiveBell}). The kind is in the {@code @JsonTypeName};
 * the browser's handlers are found by that kind.
 *
 * <p>Each change carries the state of the database at {@code asOf}, in microseconds since 1970 by the database's clock.
 * So the browser can drop a change that is late or repeated. A change contains nothing that belongs to one reader. Its
 * HTML is a map by language.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonInclude(JsonInclude.Include.NON_NULL)
interface Change {}
