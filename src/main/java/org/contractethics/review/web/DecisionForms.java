package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AskedCondition;
import org.contractethics.review.internal.DecisionBasis;
import org.contractethics.review.internal.RecordingDecision;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.Verdict;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.measure.AnsweringInDecision;
import org.contractethics.review.internal.measure.WhatWaits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** S8, the decision. Its outcome is given by the vote; the form asks for reasons, conditions and the last day. */
@Component
class DecisionForms implements StageForms {

    private final RecordingDecision recording;
    private final DecisionBasis basis;
    private final RightOptions rights;
    private final ConditionFields conditions;
    private final OpenConcerns concerns;
    private final AnsweringInDecision answering;
    private final ConcernAnswers answers;
    private final WhatWaits waits;
    private final Clock clock;
    private final ResidualWords residual;
    private final AskedConditionFields askedFields;

    DecisionForms(
            RecordingDecision recording,
            DecisionBasis basis,
            RightOptions rights,
            ConditionFields conditions,
            OpenConcerns concerns,
            AnsweringInDecision answering,
            ConcernAnswers answers,
            WhatWaits waits,
            Clock clock,
            ResidualWords residual,
            AskedConditionFields askedFields) {
        this.recording = recording;
        this.basis = basis;
        this.rights = rights;
        this.conditions = conditions;
        this.concerns = concerns;
        this.answering = answering;
        this.answers = answers;
        this.waits = waits;
        this.clock = clock;
        this.residual = residual;
        this.askedFields = askedFields;
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
        if (outcome == Outcome.CONDITIONAL) {
            ConditionFields.propose(values, AskedConditionFields.texts(asked(open)), basis.promised(open.review()));
        }
        return outcome.approves() ? values.with("expires-on", basis.lastDay(open.review(), today())) : values;
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        Outcome outcome = outcome(open);
        List<Field> decision = new ArrayList<>();
        decision.add(Field.area(
                "reasons",
                "Reasons",
                "For everyone who reads the decision: the account owner, the panel, the people concerned.",
                true,
                8));
        decision.addAll(rights.fields(open.review(), "Rights the decision rests on"));
        if (outcome.approves()) {
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
        sections.add(Section.of(
                "Decision: " + outcome.label(),
                basis.returnedBecause(open.review())
                        .filter(reason -> outcome == Outcome.RETURN)
                        .orElse(hint(outcome)),
                decision));
        answers.section(open, true).ifPresent(sections::add);
        if (outcome == Outcome.CONDITIONAL) {
            sections.addAll(conditions.sections(values, true));
            askedFields.section(asked(open)).ifPresent(sections::add);
        }
        if (outcome == Outcome.SUSPEND) {
            sections.add(suspending());
        }
        return sections;
    }

    private static String hint(Outcome outcome) {
        return outcome == Outcome.SUSPEND || outcome == Outcome.EXIT
                ? "The outcome is the one that the vote carried. It is in force at once, the review ends with it, and it cannot be"
                        + " appealed."
                : "The outcome is the one that the vote carried.";
    }

    private static Section suspending() {
        return Section.of(
                "The services are suspended at once",
                "Whether they go on again is decided by a review of lifting the suspension.",
                Field.area("customer-notice", "What the customer is told", "The text of the notice.", true, 4),
                Field.area(
                        "safety",
                        "Safety of affected people",
                        "Who may be hurt when the services stop, and what is done for them.",
                        true,
                        4));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        List<FormProblem> problems = new ArrayList<>(recording.problems(open.review(), verdict(open, values)));
        List<OpenConcern> asked = answers.asked(open);
        problems.addAll(answering.problems(asked, ConcernAnswers.typed(asked, values)));
        return problems;
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        VoteRound round = round(open);
        ContractId contract = open.contract().id();
        List<Statement> statements = new ArrayList<>();
        waits.beforeDecision(contract)
                .forEach(reason -> statements.add(Statement.titled("Not yet")
                        .line("Waits for a hearing", reason, "/contracts/" + contract)
                        .build()));
        statements.add(
                ReviewWords.vote(round.space(), VotingRules.of(open.review().confirmedTier(), round)));
        statements.addAll(residual.beside(open.review(), round));
        statements.add(concerns(contract, open.actor()));
        return statements;
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
        recording.record(
                open.review().id(),
                verdict(open, values),
                ConcernAnswers.typed(answers.asked(open), values),
                open.actor());
        return "The decision is recorded.";
    }

    private Verdict verdict(Open open, FormValues values) {
        return new Verdict(
                outcome(open),
                values.text("reasons"),
                RightOptions.chosen(values),
                ConditionFields.read(values),
                values.date("expires-on"),
                values.text("question"),
                AskedConditionFields.typed(asked(open), values),
                new Verdict.Hold(values.text("customer-notice"), values.text("safety")));
    }

    private List<AskedCondition> asked(Open open) {
        return basis.asked(open.review(), round(open), outcome(open));
    }

    private Outcome outcome(Open open) {
        return basis.outcome(open.review(), round(open));
    }

    private VoteRound round(Open open) {
        return basis.closedRound(open.review())
                .orElseThrow(() -> Refused.conflict("There is no closed vote to decide on."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
