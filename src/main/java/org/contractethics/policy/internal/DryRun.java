package org.contractethics.policy.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.policy.PastCases;
import org.contractethics.policy.PastCases.PastCase;
import org.contractethics.policy.PastCases.Space;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs a version over every case judged so far, beside the version in force, on the same inputs. Nothing is changed. Equal
 * inputs are evaluated once.
 */
@Component
public class DryRun {

    private final PastCases cases;
    private final PolicyInForce policy;

    DryRun(PastCases cases, PolicyInForce policy) {
        this.cases = cases;
        this.policy = policy;
    }

    /** What one version says to a case. */
    public record Judged(Triage triage, @Nullable Space space) {

        /** Outcomes in the order people know them, for example "Reject, Return for clarification". */
        public String allowed() {
            Space found = space;
            return found == null
                    ? ""
                    : String.join(
                            ", ",
                            new TreeSet<>(found.allowed())
                                    .stream().map(Outcome::label).toList());
        }

        public String decider() {
            Space found = space;
            return found == null ? "" : found.decider();
        }

        /** For example "panel, two thirds". */
        public String decidedBy() {
            return (decider() + ", " + majority()).toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        public String majority() {
            Space found = space;
            return found == null ? "" : found.majority();
        }
    }

    /** A case that would be judged otherwise. */
    public record Line(PastCase past, Judged before, Judged after) {

        public boolean tierDiffers() {
            return before.triage().tier() != after.triage().tier();
        }

        public boolean tierFalls() {
            return after.triage().tier().compareTo(before.triage().tier()) < 0;
        }

        public boolean deciderDiffers() {
            return !before.decider().equals(after.decider())
                    || !before.majority().equals(after.majority());
        }

        public boolean outcomesDiffer() {
            return !allowedSet(before).equals(allowedSet(after));
        }

        /** Whether less is asked of the contract: a lower tier, an approval that was not possible, a lower decider or a smaller majority. */
        public boolean lighter() {
            return tierFalls()
                    || approvalAppears()
                    || falls(SpaceRules.DECIDERS, before.decider(), after.decider())
                    || falls(SpaceRules.MAJORITIES, before.majority(), after.majority());
        }

        /** Whether more is asked of it than now, so that less will be where the version does not come into force. */
        public boolean stricter() {
            return new Line(past, /* before= */ after, /* after= */ before).lighter();
        }

        private boolean approvalAppears() {
            return allowedSet(after).stream()
                    .anyMatch(
                            outcome -> outcome.approves() && !allowedSet(before).contains(outcome));
        }

        private static boolean falls(List<String> order, String before, String after) {
            return order.indexOf(after) < order.indexOf(before);
        }

        boolean differs() {
            return tierDiffers() || deciderDiffers() || outcomesDiffer();
        }

        private static Set<Outcome> allowedSet(Judged judged) {
            Space space = judged.space();
            return space == null ? Set.of() : space.allowed();
        }
    }

    /**
     * @param inForce number of the version compared with
     * @param total cases run, open and past
     * @param open those of them that still run
     * @param lines the cases that would be judged otherwise
     */
    public record Result(int inForce, int proposed, int total, int open, List<Line> lines) {

        public long tiers() {
            return lines.stream().filter(Line::tierDiffers).count();
        }

        public long lowered() {
            return lines.stream().filter(Line::tierFalls).count();
        }

        public long deciders() {
            return lines.stream().filter(Line::deciderDiffers).count();
        }

        public long outcomes() {
            return lines.stream().filter(Line::outcomesDiffer).count();
        }
    }

    public Result of(int number) {
        return of(policy.version(number));
    }

    /** Where there is no version to run. */
    Result nothing() {
        return new Result(policy.current().number(), policy.current().number(), 0, 0, List.of());
    }

    /** The same of one that is not proposed yet. */
    Result of(EvaluatedPolicy proposed) {
        return run(proposed, cases.all());
    }

    /** Whether the version asks less of a contract by which this person gains. */
    boolean lighterFor(String person, int number) {
        return theirs(person, number).stream().anyMatch(Line::lighter);
    }

    /** Whether it asks more of such a contract. */
    boolean stricterFor(String person, int number) {
        return theirs(person, number).stream().anyMatch(Line::stricter);
    }

    private List<Line> theirs(String person, int number) {
        Set<ContractId> gained = cases.gainedBy(person);
        if (gained.isEmpty()) {
            return List.of();
        }
        List<PastCase> theirs = cases.all().stream()
                .filter(past -> gained.contains(past.contract()))
                .toList();
        return run(policy.version(number), theirs).lines();
    }

    private Result run(EvaluatedPolicy proposed, List<PastCase> all) {
        Judge before = new Judge(policy.now().remembering());
        Judge after = new Judge(proposed.remembering());
        List<Line> lines = all.stream()
                .map(past -> new Line(past, before.judge(past), after.judge(past)))
                .filter(Line::differs)
                .toList();
        return new Result(
                before.version.current().number(),
                proposed.current().number(),
                all.size(),
                (int) all.stream().filter(PastCase::open).count(),
                lines);
    }

    /** One version, which remembers what it said. */
    private final class Judge {

        private final Policy version;
        private final Map<TriageFacts, Triage> triages = new HashMap<>();
        private final Map<Question, Space> spaces = new HashMap<>();

        Judge(Policy version) {
            this.version = version;
        }

        Judged judge(PastCase past) {
            Triage triage = triages.computeIfAbsent(past.facts(version), version::triage);
            return new Judged(triage, space(past, triage.tier()));
        }

        private @Nullable Space space(PastCase past, Tier tier) {
            if (!past.assessed()) {
                return null;
            }
            Boolean gaps = past.blockingGaps(version, tier);
            List<DecisionFacts> facts = past.impacts().stream()
                    .map(impact -> impact.under(version, gaps))
                    .toList();
            return spaces.computeIfAbsent(
                    new Question(gaps, facts, past.critical(version)),
                    question ->
                            cases.together(version, question.blockingGaps(), question.impacts(), question.critical()));
        }

        private record Question(@Nullable Boolean blockingGaps, List<DecisionFacts> impacts, boolean critical) {}
    }
}
