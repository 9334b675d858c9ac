package org.contractethics.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.finding.FindingJudges;
import org.contractethics.finding.Findings.Verdict;
import org.contractethics.finding.internal.FindingStore.Row;
import org.contractethics.finding.internal.FindingStore.Said;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Sha256;
import org.contractethics.shared.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer confirms, rejects or corrects a finding, with a reason. Nothing said before is overwritten. */
@Service
public class JudgingFindings {

    private static final int LONGEST = 2_000;

    private final Documents documents;
    private final FindingStore findings;
    private final QuerySets querySets;
    private final FindingJudges judges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JudgingFindings(
            Documents documents,
            FindingStore findings,
            QuerySets querySets,
            FindingJudges judges,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.findings = findings;
        this.querySets = querySets;
        this.judges = judges;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param check what the finding is instead; empty unless corrected
     * @param seen number of the last judgement that the reviewer saw; 0 where there was none
     */
    public record Opinion(@Nullable Verdict verdict, String check, String reason, int seen) {}

    public boolean mayJudge(ContractId contract, Actor actor) {
        return Reviewers.includes(actor) && documents.mayRead(contract, actor) && judges.mayJudge(contract, actor);
    }

    @Transactional
    public void judge(ContractId contract, UUID finding, Opinion opinion, Actor actor) {
        Row row = findings.find(finding)
                .filter(found -> found.contract().equals(contract) && documents.mayRead(contract, actor))
                .orElseThrow(() -> Refused.notFound("There is no such finding, or you may not know of it."));
        if (!mayJudge(contract, actor)) {
            throw Refused.notAllowed(
                    "Findings are judged by the reviewers of an open review of this contract; not by its"
                            + " account team (H1), nor by whoever stepped back (H2).");
        }
        String standing = findings.correctedTo(finding).orElse(row.check());
        List<FormProblem> problems = problems(standing, opinion);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        int last = findings.lockForJudging(finding);
        if (last != opinion.seen()) {
            throw Refused.conflict(
                    "Somebody else judged this finding since this page was opened. Read what they say first.");
        }
        Verdict verdict = Objects.requireNonNull(opinion.verdict());
        Instant now = clock.instant();
        String check = verdict == Verdict.CORRECTED ? opinion.check() : null;
        findings.judge(
                new Said(finding, last + 1, verdict, check, opinion.reason().strip(), actor.username(), now));
        events.publishEvent(new FindingFact(
                "finding-judged",
                contract,
                actor.username(),
                now,
                Map.of(
                        "findingId", finding.toString(),
                        "number", last + 1,
                        "verdict", verdict.name(),
                        "check", check == null ? standing : check,
                        "versionId", row.version().toString(),
                        "reasonSha256", Sha256.hex(opinion.reason().strip()))));
    }

    private List<FormProblem> problems(String standing, Opinion opinion) {
        List<FormProblem> problems = new ArrayList<>();
        if (opinion.verdict() == null) {
            problems.add(new FormProblem("verdict", "Choose whether you confirm, reject or correct the finding."));
        }
        if (opinion.reason().isBlank()) {
            problems.add(new FormProblem("reason", "Give the reason."));
        } else if (TypedText.unreadable(opinion.reason())) {
            problems.add(new FormProblem("reason", TypedText.PROBLEM));
        } else if (opinion.reason().length() > LONGEST) {
            problems.add(new FormProblem("reason", "Shorten the reason to 2,000 characters."));
        }
        boolean known = querySets.checks().find(opinion.check()).isPresent();
        if (opinion.verdict() == Verdict.CORRECTED && (!known || opinion.check().equals(standing))) {
            problems.add(new FormProblem("check", "Choose what the words are instead."));
        }
        return problems;
    }
}
