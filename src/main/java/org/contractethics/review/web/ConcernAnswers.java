package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.measure.AnsweringInDecision;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.springframework.stereotype.Component;

/** A field for each open concern about the contract; what they say stands on the page of the contract. */
@Component
class ConcernAnswers {

    private static final String RULE =
            "A decision answers each open concern about the contract. The answers are for those who may know of the concern,"
                    + " not for the account owner.";

    private final AnsweringInDecision answering;

    ConcernAnswers(AnsweringInDecision answering) {
        this.answering = answering;
    }

    /** @param required false where the form has other results, which answer nothing */
    Optional<Section> section(Open open, boolean required) {
        List<Field> fields = asked(open).stream()
                .map(concern -> Field.area(
                        AnsweringInDecision.field(concern.id()), "Concern: " + concern.topic(), null, required, 4))
                .toList();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Answers to the open concerns",
                        required ? RULE : "Only where the decision is changed. " + RULE,
                        fields));
    }

    List<OpenConcern> asked(Open open) {
        return answering.toAnswer(open.contract().id(), open.actor());
    }

    /** By the concern's id. */
    static Map<String, String> typed(List<OpenConcern> asked, FormValues values) {
        return asked.stream()
                .collect(Collectors.toMap(
                        concern -> concern.id().toString(),
                        concern -> values.text(AnsweringInDecision.field(concern.id()))));
    }
}
