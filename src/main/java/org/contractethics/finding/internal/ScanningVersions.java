package org.contractethics.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.Documents.TextExtracted;
import org.contractethics.finding.internal.FindingStore.Scan;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.finding.internal.Scanner.Scanned;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scans a version as soon as its text is there, after the commit and again until it succeeds. */
@Service
public class ScanningVersions implements Rescanning.Scans {

    private static final Logger log = LoggerFactory.getLogger(ScanningVersions.class);

    private final Documents documents;
    private final FindingStore findings;
    private final UnscannedTexts texts;
    private final FreshFindings fresh;
    private final QuerySets querySets;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Detectors detectors;

    ScanningVersions(
            Documents documents,
            FindingStore findings,
            UnscannedTexts texts,
            FreshFindings fresh,
            QuerySets querySets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.findings = findings;
        this.texts = texts;
        this.fresh = fresh;
        this.querySets = querySets;
        this.events = events;
        this.clock = clock;
        this.detectors = Detectors.packed(querySets.checks());
    }

    // in the transaction that stored the text: a crash must not leave a document that nobody ever scans
    @EventListener
    void note(TextExtracted event) {
        if (event.readable()) {
            texts.note(event.version(), event.contract(), clock.instant());
        }
    }

    @ApplicationModuleListener
    void on(TextExtracted event) {
        if (event.readable()) {
            scan(event.version());
        }
    }

    /** May be called again at any time, and then scans again; what a newer set has scanned is left as it is. */
    @Override
    @Transactional
    public void scan(DocumentVersionId id) {
        findings.lock(id);
        Instant now = clock.instant();
        Version set = querySets.current(now);
        DocumentVersion version = documents.find(id).orElse(null);
        if (version == null || version.status() != ExtractionStatus.READ) {
            return;
        }
        boolean newer = findings.lastScans(List.of(id)).stream().anyMatch(last -> last.querySet() > set.number());
        if (newer) {
            return;
        }
        QuerySet checks = querySets.content(set);
        Scanned scanned = new Scanner(checks, detectors).scan(documents.clauses(id));
        keep(version, set, scanned, now);
        events.publishEvent(new FindingFact(
                "clauses-scanned",
                version.contract(),
                Actor.SYSTEM.username(),
                now,
                Map.of(
                        "versionId", id.toString(),
                        "querySet", set.number(),
                        "querySetSha256", set.sha256(),
                        "clauses", scanned.clauses(),
                        "findings", scanned.places().size())));
        log.info(
                "clauses scanned version={} set={} findings={}",
                id,
                set.number(),
                scanned.places().size());
    }

    private void keep(DocumentVersion version, Version set, Scanned scanned, Instant now) {
        DocumentVersionId id = version.id();
        long scan =
                findings.addScan(id, version.contract(), set.number(), scanned.clauses(), scanned.incomplete(), now);
        scanned.places().forEach(place -> findings.addFound(scan, version.contract(), place, UUID.randomUUID()));
        findings.scanBefore(new Scan(scan, id, set.number(), scanned.clauses(), scanned.incomplete()))
                .ifPresent(before -> fresh.note(scan, before));
    }

    boolean weak(String check) {
        return detectors.weak(check);
    }

    @Override
    public Rescanning.Waiting waiting(int limit) {
        Instant now = clock.instant();
        int set = querySets.current(now).number();
        return new Rescanning.Waiting(set, texts.of(set, now, limit));
    }
}
