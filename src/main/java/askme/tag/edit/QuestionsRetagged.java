package askme.tag.edit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Questions have got another tag instead of one that is merged or renamed: those of one transaction. */
@RegisterForReflection
public record QuestionsRetagged(List<Long> questions) {}
