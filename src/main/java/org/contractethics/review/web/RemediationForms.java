package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.followup.PlanningRemedy.Draft;
import org.contractethics.review.internal.followup.PlanningRemedy.ProposedMeasure;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** The fields of a remediation, and what was typed into them. */
@Component
class RemediationForms {

    private static final int MOST_MEASURES = 5;
    private static final String NOTHING_RECORDED =
            "Nothing on record here shows a harm that is not being remedied already."
                    + " A monitor, a human-rights reviewer or the ombuds records it as an incident of the contract first.";

    private final PeopleDirectory people;

    RemediationForms(PeopleDirectory people) {
        this.people = people;
    }

    static Map<String, String> involvements() {
        return Field.choices(
                Involvement.CAUSE.name(), "The company caused it",
                Involvement.CONTRIBUTE.name(), "The company contributed to it",
                Involvement.LINKED.name(), "It is directly linked to the company's products or services");
    }

    Section opening(Map<String, String> causes) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select(
                "cause", "What showed the harm", causes, causes.isEmpty() ? NOTHING_RECORDED : null, true));
        if (causes.containsKey("concern")) {
            fields.add(Field.text(
                    "concern", "Id of the concern", "Where a concern showed it: from the address of its page.", false));
        }
        fields.add(Field.radios("involvement", "How the company is involved", involvements(), null, true));
        fields.add(Field.area("harm", "What happened to people", "Name no person who may be hurt by it.", true, 5));
        return Section.of("The harm", "A remediation is closed only when somebody verified the remedy.", fields);
    }

    /** @param noOwners who is not offered as one */
    Section planning(Set<String> noOwners) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.area("harmed", "Who was harmed", "Groups and numbers, no names.", true, 3));
        fields.add(Field.area(
                "heard", "How they were heard", "When, by whom, in which language; or who speaks for them.", true, 4));
        fields.add(Field.checkboxes("forms", "Forms of remedy", formsOfRemedy(), "One at least."));
        fields.add(Field.area("agreement", "What was agreed with them", "Or why nothing could be.", true, 3));
        fields.add(Field.checkboxes(
                "no-waiver",
                "Rights to go to court",
                Field.choices("yes", "Nobody has to give up a right to go to court for this remedy"),
                null));
        Map<String, String> owners = owners(noOwners);
        for (int number = 1; number <= MOST_MEASURES; number++) {
            String id = "measure-" + number + "-";
            fields.add(Field.area(id + "text", "Measure " + number, null, number == 1, 2));
            fields.add(Field.select(id + "owner", "Owner of measure " + number, owners, null, number == 1));
            fields.add(Field.date(id + "due", "Measure " + number + " carried out by", null, number == 1));
        }
        return Section.of(
                "Remedy plan", "The people harmed are heard before anything is planned for them (UNGP 31).", fields);
    }

    Draft plan(FormValues values) {
        List<ProposedMeasure> measures = new ArrayList<>();
        for (int number = 1; number <= MOST_MEASURES; number++) {
            String id = "measure-" + number + "-";
            if (Stream.of("text", "owner", "due")
                    .anyMatch(part -> !values.text(id + part).isEmpty())) {
                measures.add(new ProposedMeasure(
                        number, values.text(id + "text"), values.text(id + "owner"), values.date(id + "due")));
            }
        }
        List<Form> forms = Arrays.stream(Form.values())
                .filter(form -> values.list("forms").contains(form.name()))
                .toList();
        return new Draft(
                values.text("harmed"),
                values.text("heard"),
                forms,
                values.text("agreement"),
                values.ticked("no-waiver"),
                measures);
    }

    /** Name of the field in which the owner reports on this measure. */
    static String account(UUID measure) {
        return "account-" + measure;
    }

    static Section reporting(Measure measure) {
        return Section.of(
                "Your measure " + measure.number(),
                "To be carried out by " + Times.words(measure.dueOn()) + ": " + measure.text(),
                Field.area(account(measure.id()), "What was done, and what shows it", null, true, 4));
    }

    /** @param owner who cannot report any more, by name */
    static Section reportingFor(String owner, Measure measure) {
        return Section.of(
                "Measure " + measure.number() + ", on behalf of " + owner,
                owner + " cannot report any more, so you do, under your name. To be carried out by "
                        + Times.words(measure.dueOn()) + ": " + measure.text(),
                Field.area(account(measure.id()), "What was done, and what shows it", null, true, 4));
    }

    static Section ruling() {
        return Section.of(
                "Ruling on the plan",
                "The ruling and its reasons stay beside the plan.",
                Field.hidden(FollowUpFrame.SEEN),
                Field.radios(
                        "accepted",
                        "Do you approve the plan?",
                        Field.choices("yes", "Yes, it is carried out", "no", "No, it is planned again"),
                        null,
                        true),
                Field.area("ruling-reasons", "Reasons", null, true, 4));
    }

    static Section verifying() {
        return Section.of(
                "Verification",
                "Ask the people harmed, or those who speak for them, before you answer.",
                Field.radios(
                        "verified",
                        "Is the harm remedied as planned?",
                        Field.choices("yes", "Yes, the remediation is closed", "no", "No, it is carried out further"),
                        null,
                        true),
                Field.area("people-say", "What the people harmed say", "Or why nobody could ask them.", true, 4),
                Field.area("verification-reasons", "What you checked, and how", null, true, 4));
    }

    private static Map<String, String> formsOfRemedy() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (Form form : Form.values()) {
            forms.put(form.name(), form.label());
        }
        return forms;
    }

    private Map<String, String> owners(Set<String> noOwners) {
        Map<String, String> owners = new LinkedHashMap<>();
        Stream.of(Role.MONITOR, Role.LEGAL_REVIEWER, Role.HR_REVIEWER, Role.PRODUCT_EXPERT, Role.SUBMITTER)
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .filter(person -> !noOwners.contains(person.username()))
                .sorted(Comparator.comparing(Person::displayName))
                .forEach(person -> owners.put(person.username(), person.displayName()));
        return owners;
    }
}
