package askme.answer;

import askme.deletion.Deletion;
import io.quarkus.qute.TemplateData;

/** A deleted answer, as its author and moderators see it. */
@TemplateData
public record DeletedAnswer(AnswerCard card, Deletion deletion) {}
