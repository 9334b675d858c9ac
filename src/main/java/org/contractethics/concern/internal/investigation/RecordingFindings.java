package org.contractethics.concern.internal.investigation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.investigation.FindingRows.Row;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever handles a concern records what they found on each allegation. Nothing is overwritten. */
@Service
public class RecordingFindings {

    private static final Logger log = LoggerFactory.getLogger(RecordingFindings.class);

    private final HandledConcerns concerns;
    private final FindingRows findings;
    private final Clock clock;

    RecordingFindings(HandledConcerns concerns, FindingRows findings, Clock clock) {
        this.concerns = concerns;
        this.findings = findings;
        this.clock = clock;
    }

    @Transactional
    public void add(ConcernId id, RecordFinding command, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        if (concerns.isWithdrawn(id) || !concern.status().isInProgress()) {
            throw Refused.conflict(
                    concern.open() && !concerns.isWithdrawn(id)
                            ? "Acknowledge the concern first: its filer waits for that."
                            : "Nothing is found on this concern any more: it is closed.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<FormProblem> problems = command.problems(today);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        concerns.announceBeforeActOn(concern);
        findings.add(id, sealed(concern, command, officer.username(), today));
        concerns.recordAct("concern-finding-recorded", concern, officer.username(), clock.instant());
        log.info("finding recorded concern={}", id);
    }

    private Row sealed(Concern concern, RecordFinding command, String officer, LocalDate today) {
        List<Row> all = findings.all(concern.id());
        int allegation = command.allegation() == 0 ? nextAllegation(all) : command.allegation();
        int version = nextVersion(all, command);
        FindingResult result = command.parsedResult().orElseThrow();
        return new Row(
                allegation,
                version,
                officer,
                today,
                concerns.partOfWords(concern).name(),
                concerns.sealForReaders(concern, FindingRows.field(allegation, version, "claim"), command.claim()),
                concerns.sealForReaders(concern, FindingRows.field(allegation, version, "result"), result.name()),
                concerns.sealForReaders(concern, FindingRows.field(allegation, version, "facts"), command.facts()),
                concerns.seal(
                        concern.id(),
                        FindingRows.field(allegation, version, "sources"),
                        Source.inLines(command.parsedSources(today))));
    }

    private static int nextAllegation(List<Row> all) {
        return all.stream().mapToInt(Row::allegation).max().orElse(0) + 1;
    }

    private static int nextVersion(List<Row> all, RecordFinding command) {
        if (command.allegation() == 0) {
            return 1;
        }
        int last = all.stream()
                .filter(row -> row.allegation() == command.allegation())
                .map(Row::version)
                .max(Comparator.naturalOrder())
                .orElseThrow(HandledConcerns::unknown);
        if (last != command.seen()) {
            throw Refused.conflict(
                    "Somebody else recorded a newer version of this finding. Read it, then record yours.");
        }
        return last + 1;
    }
}
