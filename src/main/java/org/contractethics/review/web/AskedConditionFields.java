package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.AskedCondition;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decision.AnsweredCondition;
import org.springframework.stereotype.Component;

/** The conditions that votes ask for: a field for the answer to each in the form of the decision, and what became of them. */
@Component
class AskedConditionFields {

    private final PeopleDirectory people;

    AskedConditionFields(PeopleDirectory people) {
        this.people = people;
    }

    /** Each text once: several votes may ask for the same. */
    static List<String> texts(List<AskedCondition> asked) {
        return asked.stream().map(AskedCondition::text).distinct().toList();
    }

    Optional<Section> section(List<AskedCondition> asked) {
        List<Field> fields = asked.stream()
                .map(one -> Field.area(one.field(), by(one) + ": " + one.text(), null, false, 2))
                .toList();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Conditions that votes ask for",
                        "They stand above as conditions to begin with. One that stays there word for word is taken up and needs no answer."
                                + " To each other one: why it is not taken up, or which condition stands for it.",
                        fields));
    }

    /** By the key of the condition. */
    static Map<String, String> typed(List<AskedCondition> asked, FormValues values) {
        return asked.stream().collect(Collectors.toMap(AskedCondition::key, one -> values.text(one.field())));
    }

    /** What became of each, told with the decision. */
    void tell(Statement.Builder told, Decision decision) {
        decision.asked().forEach(one -> told.line("Asked for by " + by(one.condition()), words(one)));
    }

    private static String words(AnsweredCondition one) {
        String became = one.takenUp() ? "Taken up word for word." : "Not taken up.";
        return one.condition().text() + "\n" + (one.answer().isEmpty() ? became : became + " " + one.answer());
    }

    private String by(AskedCondition one) {
        return people.displayName(one.voter()) + ", " + one.role().label();
    }
}
