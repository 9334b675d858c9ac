package org.contractethics.review.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.Evidence;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.evidence.SourceRules;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S5: what the agency will do with it, what it could be used for besides, and on which sources that rests. */
@Component
public class RecordingResearch {

    private final StageWork work;
    private final SourceList sources;
    private final Clock clock;

    RecordingResearch(StageWork work, SourceList sources, Clock clock) {
        this.work = work;
        this.sources = sources;
        this.clock = clock;
    }

    /** What was found out, each claim with its source. */
    public record Findings(
            String endUse,
            String intendedCapability,
            String unintendedCapability,
            String lawsAndRemedies,
            List<Claim> claims) {}

    /**
     * @param listed number of a source that is in the list already; null where the source is described here
     * @param source the new source; counts only where {@code listed} is null
     */
    public record Claim(@Nullable Supports supports, String text, @Nullable Integer listed, Description source) {}

    public List<FormProblem> problems(ReviewId review, Findings findings) {
        List<Source> listed = sources.standing(review);
        Problems problems = new Problems()
                .text(findings.endUse(), "end-use", "State the end use.")
                .text(findings.intendedCapability(), "intended", "State what the technology is meant to do.")
                .text(
                        findings.unintendedCapability(),
                        "unintended",
                        "State what the technology could also be used for, whether or not the customer says so.")
                .length(findings.lawsAndRemedies(), "laws")
                .when(findings.claims().isEmpty(), "evidence-1-claim", "Name the evidence: each claim with its source.")
                .when(
                        !findings.claims().isEmpty() && !anyIndependent(findings, listed),
                        "evidence-1-independent",
                        "Name at least one source that is independent of the customer and of the company.");
        for (int i = 0; i < findings.claims().size(); i++) {
            check(problems, findings.claims().get(i), "evidence-" + (i + 1) + "-", listed);
        }
        return problems.list();
    }

    private static boolean anyIndependent(Findings findings, List<Source> listed) {
        return SourceRules.anyIndependent(listed)
                || findings.claims().stream()
                        .anyMatch(claim ->
                                claim.listed() == null && claim.source().independent());
    }

    private void check(Problems problems, Claim claim, String field, List<Source> listed) {
        problems.text(claim.text(), field + "claim", "State the claim that the source supports.")
                .when(claim.supports() == null, field + "supports", "Choose which statement the source supports.");
        if (claim.listed() == null) {
            SourceRules.problems(claim.source(), field, LocalDate.now(clock))
                    .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        } else {
            problems.when(
                    find(listed, claim.listed()).isEmpty(),
                    field + "listed",
                    "Choose a source of the list that was not corrected.");
        }
    }

    private static Optional<Source> find(List<Source> listed, int number) {
        return listed.stream().filter(source -> source.number() == number).findFirst();
    }

    @Transactional
    public void record(ReviewId id, Findings findings, Actor actor) {
        Open open = work.begin(id, Stage.RESEARCH, actor);
        Problems.refuse(problems(id, findings));
        List<Evidence> evidence = new ArrayList<>();
        findings.claims().forEach(claim -> evidence.add(cited(open, claim)));
        work.finish(
                open,
                new Research(
                        findings.endUse(),
                        findings.intendedCapability(),
                        findings.unintendedCapability(),
                        findings.lawsAndRemedies(),
                        evidence),
                Map.of());
    }

    private Evidence cited(Open open, Claim claim) {
        String by = open.actor().username();
        Source source = claim.listed() == null
                ? sources.add(open.review(), claim.source(), null, by, open.now())
                : find(sources.of(open.id()), claim.listed()).orElseThrow();
        Supports supports = Objects.requireNonNull(claim.supports());
        sources.cite(open.review(), source, supports, claim.text(), by, open.now());
        return new Evidence(
                claim.text(),
                source.words(),
                Objects.requireNonNull(source.described().publishedOn()),
                null,
                source.described().independent(),
                supports,
                source.number());
    }
}
