package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.internal.Verdict;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.springframework.stereotype.Component;

/** The conditions of an approval, in the form of the decision and in that of a ruling on appeal. */
@Component
class ConditionFields {

    private static final String COUNT = "condition-count";

    private final PeopleDirectory people;

    ConditionFields(PeopleDirectory people) {
        this.people = people;
    }

    /** One section for each condition; the last one can be followed by another. */
    List<Section> sections(FormValues values, boolean demanded) {
        List<Section> sections = new ArrayList<>();
        Map<String, String> owners = owners();
        int count = values.count(COUNT, 1);
        for (int number = 1; number <= count; number++) {
            boolean required = demanded && number == 1;
            String id = "condition-" + number + "-";
            Section condition = Section.of(
                    "Condition " + number,
                    null,
                    Field.area(id + "text", "Condition", null, required, 2),
                    Field.select(id + "owner", "Owner", owners, "Who has to meet it.", required),
                    Field.date(id + "due", "To be met by", null, required),
                    Field.text(id + "evidence", "Evidence", "What will show that it is met.", required),
                    Field.checkboxes(
                            id + "blocking",
                            "Weight",
                            Field.choices("yes", "Blocking: the delivery has to stop while it is not met"),
                            "The reports show blocking conditions apart. Nothing is stopped by itself."));
            sections.add(number == count ? condition.adding(COUNT) : condition);
        }
        return sections;
    }

    /**
     * Conditions to begin with; whoever decides completes, changes or empties them.
     *
     * @param promised what was promised and stands in no document, together one condition
     */
    static void propose(FormValues values, List<String> asked, List<String> promised) {
        List<String> texts = new ArrayList<>(asked);
        if (!promised.isEmpty()) {
            texts.add(String.join("\n", promised));
        }
        for (int number = 1; number <= texts.size(); number++) {
            values.with("condition-" + number + "-text", texts.get(number - 1));
        }
        if (texts.size() > 1) {
            values.with(COUNT, texts.size());
        }
    }

    private Map<String, String> owners() {
        Map<String, String> owners = Field.choices();
        Verdict.CONDITION_OWNERS.stream()
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .forEach(person -> owners.put(person.username(), person.displayName()));
        return owners;
    }

    static List<ProposedCondition> read(FormValues values) {
        List<ProposedCondition> conditions = new ArrayList<>();
        for (int number = 1; number <= values.count(COUNT, 1); number++) {
            String id = "condition-" + number + "-";
            if (stated(values, id)) {
                conditions.add(new ProposedCondition(
                        values.text(id + "text"),
                        values.text(id + "owner"),
                        values.date(id + "due"),
                        values.ticked(id + "blocking"),
                        values.text(id + "evidence")));
            }
        }
        return conditions;
    }

    /** A row somebody began is a condition: left out silently, an approval would carry less than was meant. */
    private static boolean stated(FormValues values, String id) {
        return Stream.of("text", "owner", "due", "evidence", "blocking")
                .anyMatch(part -> !values.text(id + part).isEmpty());
    }
}
