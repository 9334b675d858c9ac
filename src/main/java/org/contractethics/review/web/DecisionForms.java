package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DecisionBasis;
import org.contractethics.review.internal.RecordingDecision;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.Times;
import org.contractethics.review.internal.Verdict;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** S8, the decision. Its outcome is given by the vote; the form asks for reasons, conditions and the last day. */
@Component
class DecisionForms implements StageForms {

    private static final String COUNT = "condition-count";

    private final RecordingDecision recording;
    private final DecisionBasis basis;
    private final RightOptions rights;
    private final PeopleDirectory people;
    private final OpenConcerns concerns;
    private final Clock clock;

    DecisionForms(
            RecordingDecision recording,
            DecisionBasis basis,
            RightOptions rights,
            PeopleDirectory people,
            OpenConcerns concerns,
            Clock clock) {
        this.recording = recording;
        this.basis = basis;
        this.rights = rights;
        this.people = people;
        this.concerns = concerns;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.DECISION;
    }

    @Override
    public String act() {
        return "Record the decision";
    }

    @Override
    public FormValues initial(Open open) {
        Outcome outcome = outcome(open);
        FormValues values = FormValues.none().with("rights", rights.touched(open.review()));
        return approves(outcome) ? values.with("expires-on", basis.lastDay(open.review(), today())) : values;
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        Outcome outcome = outcome(open);
        List<Field> decision = new ArrayList<>();
        decision.add(Field.area(
                "reasons",
                "Reasons",
                "For everyone who reads the decision: the account owner, the panel, the people concerned."
                        + (concerns.openOn(open.contract().id(), open.actor()) == 0
                                ? ""
                                : " Answer the open concerns."),
                true,
                8));
        decision.addAll(rights.fields(open.review(), "Rights the decision rests on"));
        if (approves(outcome)) {
            decision.add(Field.date(
                    "expires-on",
                    "Last day of the approval",
                    "At the latest " + Times.words(basis.lastDay(open.review(), today())) + ".",
                    true));
        }
        if (outcome == Outcome.RETURN) {
            decision.add(Field.area("question", "What the account owner has to clarify", null, true, 4));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of("Decision: " + outcome.label(), "The outcome is the one that the vote carried.", decision));
        if (outcome == Outcome.CONDITIONAL) {
            conditions(sections, values.count(COUNT, 1));
        }
        return sections;
    }

    private void conditions(List<Section> sections, int count) {
        Map<String, String> owners = owners();
        for (int number = 1; number <= count; number++) {
            String id = "condition-" + number + "-";
            Section condition = Section.of(
                    "Condition " + number,
                    null,
                    Field.area(id + "text", "Condition", null, number == 1, 2),
                    Field.select(id + "owner", "Owner", owners, "Who has to meet it.", number == 1),
                    Field.date(id + "due", "To be met by", null, number == 1),
                    Field.text(id + "evidence", "Evidence", "What will show that it is met.", number == 1),
                    Field.checkboxes(
                            id + "blocking",
                            "Weight",
                            Field.choices("yes", "Blocking: the delivery has to stop while it is not met"),
                            "The reports show blocking conditions apart. Nothing is stopped by itself."));
            sections.add(number == count ? condition.adding(COUNT) : condition);
        }
    }

    private Map<String, String> owners() {
        Map<String, String> owners = Field.choices();
        Stream.of(Role.MONITOR, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.SUBMITTER)
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .forEach(person -> owners.put(person.username(), person.displayName()));
        return owners;
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return recording.problems(open.review(), verdict(open, values));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        VoteRound round = round(open);
        return List.of(
                ReviewWords.vote(round.space(), VotingRules.of(open.review().confirmedTier(), round)),
                concerns(open.contract().id(), open.actor()));
    }

    /** How many; what they say stands on the page of the contract, for whoever may read it. */
    private Statement concerns(ContractId contract, Actor viewer) {
        int open = concerns.openOn(contract, viewer);
        String number = open == 1 ? "1 concern" : open + " concerns";
        return open == 0
                ? Statement.titled("Concerns")
                        .line("Open", "No concern about this contract waits for an answer.")
                        .build()
                : Statement.titled("Concerns")
                        .line("Open", number + " about this contract", "/contracts/" + contract + "#concerns")
                        .build();
    }

    @Override
    public String send(Open open, FormValues values) {
        recording.record(open.review().id(), verdict(open, values), open.actor());
        return "The decision is recorded.";
    }

    private Verdict verdict(Open open, FormValues values) {
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
        return new Verdict(
                outcome(open),
                values.text("reasons"),
                RightOptions.chosen(values),
                conditions,
                values.date("expires-on"),
                values.text("question"));
    }

    /** A row somebody began is a condition: left out silently, an approval would carry less than was meant. */
    private static boolean stated(FormValues values, String id) {
        return Stream.of("text", "owner", "due", "evidence", "blocking")
                .anyMatch(part -> !values.text(id + part).isEmpty());
    }

    private Outcome outcome(Open open) {
        String carried = round(open).carried();
        return Outcome.valueOf(carried == null ? Outcome.RETURN.name() : carried);
    }

    private VoteRound round(Open open) {
        return basis.closedRound(open.review())
                .orElseThrow(() -> Refused.conflict("There is no closed vote to decide on."));
    }

    private static boolean approves(Outcome outcome) {
        return outcome == Outcome.APPROVE || outcome == Outcome.CONDITIONAL;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
