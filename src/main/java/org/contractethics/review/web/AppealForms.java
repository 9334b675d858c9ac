package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeal;
import org.contractethics.review.internal.Appeals;
import org.contractethics.review.internal.DecidingAppeal;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.Verdict;
import org.contractethics.review.internal.VotingOnAppeal;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** S9, the ruling. */
@Component
class AppealForms implements StageForms {

    private final DecidingAppeal deciding;
    private final Appeals appeals;
    private final RightOptions rights;
    private final ConditionFields conditions;
    private final PeopleDirectory people;
    private final WithheldAppeals withheld;
    private final JoinedAppealWords joined;
    private final ConcernAnswers answers;

    AppealForms(
            DecidingAppeal deciding,
            Appeals appeals,
            RightOptions rights,
            ConditionFields conditions,
            PeopleDirectory people,
            WithheldAppeals withheld,
            JoinedAppealWords joined,
            ConcernAnswers answers) {
        this.deciding = deciding;
        this.appeals = appeals;
        this.rights = rights;
        this.conditions = conditions;
        this.people = people;
        this.withheld = withheld;
        this.joined = joined;
        this.answers = answers;
    }

    /** A change only where there is something to change the decision to. */
    static Map<String, String> results(Set<Outcome> outcomes) {
        Map<String, String> results = new LinkedHashMap<>();
        for (AppealResult result : AppealResult.values()) {
            if (result != AppealResult.CHANGE || !outcomes.isEmpty()) {
                results.put(result.name(), result.label());
            }
        }
        return results;
    }

    static Map<String, String> words(Set<Outcome> outcomes) {
        Map<String, String> words = new LinkedHashMap<>();
        outcomes.stream().sorted().forEach(outcome -> words.put(outcome.name(), outcome.label()));
        return words;
    }

    @Override
    public Stage stage() {
        return Stage.APPEAL;
    }

    @Override
    public String act() {
        return "Record the ruling";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        Set<Outcome> outcomes = deciding.outcomes(open.review());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "Ruling",
                "Your own vote is counted with those of the other members; at least two have to vote. Where no result has its"
                        + " majority, the contract can be returned. The first decision stays visible, whatever you rule.",
                Field.radios("result", "Result", results(outcomes), hint(open), true),
                Field.area(
                        "reasons",
                        "Reasons",
                        "Where the contract goes back, these are also what the account owner has to answer.",
                        true,
                        6)));
        if (!outcomes.isEmpty()) {
            sections.addAll(change(open, values, words(outcomes)));
            answers.section(open, false).ifPresent(sections::add);
        }
        return sections;
    }

    private @Nullable String hint(Open open) {
        return deciding.takesChanges(open.review()) ? null : VotingOnAppeal.MOVE_FIRST;
    }

    /** What belongs to a changed decision; left empty otherwise. */
    private List<Section> change(Open open, FormValues values, Map<String, String> outcomes) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radios("outcome", "Changed to", outcomes, "Only what the decision tables allow (H6).", false));
        fields.addAll(rights.fields(open.review(), "Rights the decision rests on"));
        if (outcomes.keySet().stream().anyMatch(outcome -> !outcome.equals(Outcome.REJECT.name()))) {
            fields.add(Field.date("expires-on", "Last day of the approval", "Needed where it is approved.", false));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of("Changed decision", "Only where the result is a change. Else leave this empty.", fields));
        if (outcomes.containsKey(Outcome.CONDITIONAL.name())) {
            sections.addAll(conditions.sections(values, false));
        }
        return sections;
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        AppealResult result = values.constant("result", AppealResult.class);
        List<FormProblem> problems = new ArrayList<>(deciding.problems(open.review(), result, verdict(values)));
        List<OpenConcern> asked = deciding.toAnswer(open.review(), result, open.actor());
        problems.addAll(deciding.problems(asked, ConcernAnswers.typed(asked, values)));
        return problems;
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        return appeals.pending(open.review().id()).stream()
                .map(appeal -> statement(appeal, open.actor()))
                .toList();
    }

    private Statement statement(Appeal appeal, Actor viewer) {
        Statement.Builder statement = Statement.titled("The appeal");
        if (withheld.from(viewer, appeal)) {
            statement.line("Ruling", WithheldAppeals.WAITS);
            joined.tell(statement, appeal, viewer);
            return statement.build();
        }
        statement
                .line(
                        "Filed by",
                        people.displayName(appeal.filedBy()) + ", "
                                + appeal.filedAs().label())
                .line("Reasons", appeal.reasons());
        joined.tell(statement, appeal, viewer);
        AppealVoteWords.tell(statement, appeal.id(), appeals, people);
        return statement.build();
    }

    @Override
    public String send(Open open, FormValues values) {
        deciding.rule(
                open.review().id(),
                values.constant("result", AppealResult.class),
                verdict(values),
                ConcernAnswers.typed(answers.asked(open), values),
                open.actor());
        return "The ruling is recorded.";
    }

    private static Verdict verdict(FormValues values) {
        return new Verdict(
                values.constant("outcome", Outcome.class),
                values.text("reasons"),
                RightOptions.chosen(values),
                ConditionFields.read(values),
                values.date("expires-on"),
                "");
    }
}
