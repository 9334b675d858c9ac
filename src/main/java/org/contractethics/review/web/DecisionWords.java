package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.TableNames;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.Verdict.Hold;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.web.ReviewView.ConditionLine;
import org.contractethics.review.web.ReviewView.DecisionView;
import org.contractethics.review.web.ReviewView.VoteView;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A decision in words, with what it was derived from. */
@Component
class DecisionWords {

    /** All that somebody stated where no right is touched. */
    private static final List<String> GAP = List.of("blockingGaps");

    private static final List<String> WEIGHED =
            List.of("residualSeverity", "residualLikelihood", "involvement", "leverage", "blockingGaps");

    private final DecisionStanding standing;
    private final RightOptions rights;
    private final PeopleDirectory people;
    private final FollowedConditions followed;
    private final SafeguardFields safeguards;
    private final Clock clock;
    private final ResidualWords residual;
    private final AskedConditionFields asked;

    DecisionWords(
            DecisionStanding standing,
            RightOptions rights,
            PeopleDirectory people,
            FollowedConditions followed,
            SafeguardFields safeguards,
            Clock clock,
            ResidualWords residual,
            AskedConditionFields asked) {
        this.standing = standing;
        this.rights = rights;
        this.people = people;
        this.followed = followed;
        this.safeguards = safeguards;
        this.clock = clock;
        this.residual = residual;
        this.asked = asked;
    }

    DecisionView view(Decision decision, ContractId contract) {
        return new DecisionView(
                statement(decision, contract),
                tables(decision),
                followed.of(decision.id()).stream().map(this::condition).toList(),
                decision.dissents().stream().map(this::dissent).toList());
    }

    /** What everyone of the company may read of a decision: outcome, reasons, dates. */
    Statement inShort(Decision decision, ContractId contract) {
        Statement.Builder told = Statement.titled(
                        "Decision: " + decision.outcome().label())
                .line("Reasons", decision.reasons())
                .line("Tier", decision.tier())
                .line("Decided on", Times.words(decision.decidedAt()))
                .line("Holds until", lastDay(decision))
                .line(
                        "The customer is told",
                        standing.hold(decision).map(Hold::customerNotice).orElse(null))
                .line(
                        "Conditions",
                        decision.conditions().isEmpty()
                                ? null
                                : decision.conditions().size())
                .line(
                        "Dissents",
                        decision.dissents().isEmpty()
                                ? null
                                : decision.dissents().size())
                .line("Policy version", decision.policyNumber(), "/rules/versions/" + decision.policyNumber());
        standing.tell(told, contract, decision);
        return told.build();
    }

    private Statement statement(Decision decision, ContractId contract) {
        Optional<Hold> hold = standing.hold(decision);
        Statement.Builder told = Statement.titled(
                        "Decision: " + decision.outcome().label())
                .line("Reasons", decision.reasons())
                .line("Rights", String.join("; ", rights.names(decision.rights())));
        asked.tell(told, decision);
        told.line("Tier", decision.tier())
                .line("Holds until", lastDay(decision))
                .line("Lapsed", standing.lapse(decision))
                .line("The customer is told", hold.map(Hold::customerNotice).orElse(null))
                .line("Safety of affected people", hold.map(Hold::safety).orElse(null))
                .line("Decided by", people.displayName(decision.decidedBy()) + ", " + Times.words(decision.decidedAt()))
                .line("Policy version", decision.policyNumber(), "/rules/versions/" + decision.policyNumber())
                .line("Hash of the policy", decision.policyHash())
                .line("Hash of the documents", decision.documentSetHash());
        standing.tell(told, contract, decision);
        return told.build();
    }

    static @Nullable String lastDay(Decision decision) {
        LocalDate expiresOn = decision.expiresOn();
        return expiresOn == null ? null : Times.words(expiresOn);
    }

    private Statement tables(Decision decision) {
        AllowedSpace space = decision.tables().space();
        Statement.Builder tables = Statement.titled("What the tables allowed")
                .line("Allowed outcomes", ReviewWords.outcomes(space))
                .line("Decided by", ReviewWords.plain(space.decider()));
        space.rows()
                .forEach(row -> tables.line(
                        row.right().equals("-") ? "No right touched" : rights.name(row.right()),
                        (row.right().equals("-") ? words(row.inputs(), GAP) : words(row.inputs(), WEIGHED)) + ": "
                                + outcomes(row.outputs().getOrDefault("allowed", "")) + " (rule " + row.rule() + ")",
                        TableNames.page(space.policy().number(), TableNames.DECISION_SPACE, row.rule())));
        Statement.Builder weighed = Statement.titled("");
        residual.tell(weighed, decision);
        weighed.build().lines().forEach(line -> tables.line(line.label(), line.text(), line.link()));
        space.safeguards().stream()
                .filter(gap -> gap.weight() != GapWeight.NONE)
                .forEach(gap -> tables.line(
                        "Safeguard: " + safeguards.name(gap.safeguard()),
                        gap.reason() + " (rule " + gap.rule() + ")",
                        TableNames.page(space.policy().number(), TableNames.SAFEGUARDS, gap.rule())));
        return tables.build();
    }

    /** The outcomes that a table names by their codes, in words. */
    private static String outcomes(String codes) {
        return Arrays.stream(codes.split(","))
                .map(String::strip)
                .map(ReviewWords::outcome)
                .collect(Collectors.joining(", "));
    }

    private static String words(Map<String, String> inputs, List<String> names) {
        return names.stream()
                .map(name -> label(name) + " " + value(inputs.getOrDefault(name, "unknown")))
                .collect(Collectors.joining(", "));
    }

    private static String label(String input) {
        return switch (input) {
            case "residualSeverity" -> "severity";
            case "residualLikelihood" -> "likelihood";
            case "blockingGaps" -> "blocking gap";
            default -> input;
        };
    }

    private static String value(String input) {
        return switch (input) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> input.toLowerCase(Locale.ROOT);
        };
    }

    private ConditionLine condition(FollowedCondition condition) {
        return new ConditionLine(
                condition.id(),
                condition.words(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                condition.text(),
                people.displayName(condition.owner()),
                condition.dueOn(),
                condition.blocking(),
                condition.evidence());
    }

    private VoteView dissent(Dissent dissent) {
        return new VoteView(
                people.displayName(dissent.voter()),
                dissent.role().label(),
                dissent.outcome().label(),
                String.join("; ", rights.names(dissent.rights())),
                ReviewWords.plain(dissent.severity()),
                "",
                dissent.reasons(),
                List.of(),
                dissent.steppedBack() ? Dissent.STEPPED_BACK : "");
    }
}
