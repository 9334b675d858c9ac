package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.Safeguards.Safeguard;
import org.contractethics.policy.Safeguards.SafeguardGaps;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.SafeguardProposals.Proposal;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S7: what is done against the impacts and what is left of them. A measure nobody can verify lowers nothing. */
@Component
public class AgreeingMitigation {

    private final StageWork work;
    private final Assessments assessments;
    private final OpeningVote openingVote;
    private final PolicyOfReview policies;
    private final SafeguardProposals proposals;
    private final SafeguardClauses clauses;

    AgreeingMitigation(
            StageWork work,
            Assessments assessments,
            OpeningVote openingVote,
            PolicyOfReview policies,
            SafeguardProposals proposals,
            SafeguardClauses clauses) {
        this.work = work;
        this.assessments = assessments;
        this.openingVote = openingVote;
        this.policies = policies;
        this.proposals = proposals;
        this.clauses = clauses;
    }

    public List<FormProblem> problems(ReviewCase review, Mitigation mitigation) {
        Policy version = policies.of(review);
        return problems(
                review, mitigation, version, meant(review, mitigation, proposals.of(review, version.safeguards())));
    }

    /** @param meant the clauses that the words for a safeguard name, by its code, where no finding shows it */
    private List<FormProblem> problems(
            ReviewCase review, Mitigation mitigation, Policy version, Map<String, List<SafeguardClause>> meant) {
        List<Rated> impacts = assessments.impacts(review.id(), review.pass());
        Problems problems = new Problems();
        checkSafeguards(problems, review, mitigation, version);
        version.safeguards()
                .forEach(safeguard -> checkClause(problems, safeguard, mitigation, meant.get(safeguard.code())));
        for (int i = 0; i < mitigation.measures().size(); i++) {
            String field = "measure-" + (i + 1) + "-";
            Measure measure = mitigation.measures().get(i);
            problems.text(measure.text(), field + "text", "Say what is done.")
                    .when(
                            measure.kind() == null,
                            field + "kind",
                            "Choose whether the measure is technical, contractual or organisational.")
                    .length(measure.verification(), field + "verification")
                    .when(
                            !measure.rights().stream()
                                    .allMatch(code -> version.right(code).isPresent()),
                            field + "rights",
                            "Choose rights of the catalogue.")
                    .once(measure.rights(), field + "rights");
        }
        impacts.forEach(rated -> ResidualRules.check(problems, rated.impact(), mitigation));
        return problems.list();
    }

    private static void checkSafeguards(Problems problems, ReviewCase review, Mitigation mitigation, Policy version) {
        Set<String> known = version.safeguards().stream().map(Safeguard::code).collect(Collectors.toSet());
        SafeguardGaps gaps = version.safeguardGaps(review.confirmedTier(), mitigation.safeguards());
        problems.when(
                        !known.containsAll(mitigation.safeguards().keySet()),
                        "missing-safeguards",
                        "A safeguard is named that the rules of this review do not know.")
                .when(
                        mitigation.missingSafeguards().isBlank()
                                && (!gaps.of(GapWeight.BLOCKING).isEmpty()
                                        || mitigation.safeguards().containsValue(SafeguardState.REFUSED)),
                        "missing-safeguards",
                        "Say what is missing and why, with the customer's words where they refused.")
                .length(mitigation.missingSafeguards(), "missing-safeguards");
    }

    /**
     * A safeguard that no finding shows is in the contract only if somebody names the clause, and it is there.
     *
     * @param meant the clauses that the words name; null where a finding shows the safeguard or nobody says that it is there
     */
    private static void checkClause(
            Problems problems, Safeguard safeguard, Mitigation mitigation, @Nullable List<SafeguardClause> meant) {
        String code = safeguard.code();
        String field = "safeguard-" + code + "-reason";
        String reason = mitigation.safeguardReasons().getOrDefault(code, "");
        problems.when(
                        meant != null && meant.isEmpty(),
                        field,
                        safeguard.label()
                                + ": the findings do not show it, and no clause of the documents is named. Name one by its number"
                                + " or heading, or choose \"Promised, not in the documents\" or \"Missing\".")
                .when(
                        meant != null && meant.size() > 1,
                        field,
                        safeguard.label()
                                + ": several clauses are called so. Add the title of the document or the heading.")
                .when(
                        mitigation.safeguards().get(code) == SafeguardState.PROMISED && reason.isBlank(),
                        field,
                        safeguard.label() + ": say what was promised, and by whom.")
                .length(reason, field);
    }

    /** By code, for what is said to be in the contract though no finding that stands shows it. */
    private Map<String, List<SafeguardClause>> meant(
            ReviewCase review, Mitigation mitigation, Map<String, Proposal> proposed) {
        Map<String, String> words = new TreeMap<>();
        proposed.forEach((code, proposal) -> {
            if (mitigation.safeguards().get(code) == SafeguardState.PRESENT
                    && proposal.state() != SafeguardState.PRESENT) {
                words.put(code, mitigation.safeguardReasons().getOrDefault(code, ""));
            }
        });
        Map<String, List<SafeguardClause>> byWords = clauses.meant(review.contract(), Set.copyOf(words.values()));
        Map<String, List<SafeguardClause>> meant = new TreeMap<>();
        words.forEach((code, named) -> meant.put(code, byWords.getOrDefault(named, List.of())));
        return meant;
    }

    private static Map<String, List<String>> cited(Map<String, Proposal> proposed, Mitigation mitigation) {
        Map<String, List<String>> cited = new TreeMap<>();
        proposed.forEach((code, proposal) -> {
            if (mitigation.safeguards().get(code) == SafeguardState.PRESENT
                    && !proposal.confirmed().isEmpty()) {
                cited.put(code, proposal.confirmed());
            }
        });
        return cited;
    }

    @Transactional
    public void agree(ReviewId id, Mitigation mitigation, Actor actor) {
        Open open = work.begin(id, Stage.MITIGATION, actor);
        Policy version = policies.of(open.review());
        Map<String, Proposal> proposed = proposals.of(open.review(), version.safeguards());
        Map<String, List<SafeguardClause>> meant = meant(open.review(), mitigation, proposed);
        Problems.refuse(problems(open.review(), mitigation, version, meant));
        Map<String, SafeguardClause> resting = new TreeMap<>();
        meant.forEach((code, found) -> resting.put(code, found.get(0)));
        Mitigation agreed = mitigation.citing(cited(proposed, mitigation), resting);
        openingVote.open(open, agreed);
        work.finish(open, agreed, Map.of());
        if (openingVote.waits(id)) {
            work.publish(Notices.countersignatureWaits(open.review(), open.contract()));
        }
        work.publish(Facts.of("reviewId", id)
                .and("safeguards", safeguards(version, agreed))
                .recorded("safeguards-agreed", open.review().contract(), actor.username(), open.now()));
    }

    /** Reports count how often each safeguard is in the contract, missing or refused. */
    private static List<Object> safeguards(Policy version, Mitigation agreed) {
        return Facts.list(version.safeguards().stream()
                .filter(safeguard -> agreed.safeguards().containsKey(safeguard.code()))
                .map(safeguard -> Facts.of("code", safeguard.code())
                        .and("name", safeguard.label())
                        .and("state", counted(agreed.safeguards().get(safeguard.code()))))
                .toList());
    }

    private static @Nullable SafeguardState counted(@Nullable SafeguardState state) {
        return state == null ? null : state.counted();
    }
}
