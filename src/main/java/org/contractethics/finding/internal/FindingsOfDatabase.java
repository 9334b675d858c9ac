package org.contractethics.finding.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.Findings;
import org.contractethics.finding.internal.FindingStore.Row;
import org.contractethics.finding.internal.FindingStore.Said;
import org.contractethics.finding.internal.FindingStore.Scan;
import org.contractethics.finding.internal.matching.Check;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what was found in the current versions, what was said of it, and what is not there. */
@Service
class FindingsOfDatabase implements Findings {

    private final Documents documents;
    private final FindingStore store;
    private final QuerySets querySets;
    private final ScanningVersions scanning;
    private final ReadingState reading;

    FindingsOfDatabase(
            Documents documents,
            FindingStore store,
            QuerySets querySets,
            ScanningVersions scanning,
            ReadingState reading) {
        this.documents = documents;
        this.store = store;
        this.querySets = querySets;
        this.scanning = scanning;
        this.reading = reading;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContractFindings> of(ContractId contract, Actor viewer) {
        return documents.mayRead(contract, viewer) ? Optional.of(of(contract)) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public ContractFindings of(ContractId contract) {
        List<DocumentVersion> versions = documents.currentWithFilesInside(contract);
        Map<DocumentVersionId, Scan> scans =
                store.lastScans(versions.stream().map(DocumentVersion::id).toList()).stream()
                        .collect(Collectors.toMap(Scan::version, Function.identity()));
        Map<UUID, List<Judgement>> judgements = judgements(contract);
        List<Finding> found = new ArrayList<>();
        List<Finding> gone = new ArrayList<>();
        for (DocumentVersion version : versions) {
            Scan scan = scans.get(version.id());
            if (scan != null) {
                add(version, scan, judgements, found, gone);
            }
        }
        List<String> notRead = reading.notRead(contract, versions, scans);
        return new ContractFindings(contract, oldestSet(scans), found, gone, safeguards(found, notRead), notRead);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Integer, List<String>> counting(DocumentVersion version) {
        List<Row> seen = store.lastSeen(version.id());
        Map<UUID, List<Judgement>> judgements = seen.isEmpty() ? Map.of() : judgements(version.contract());
        return seen.stream()
                .map(row -> finding(version, row, Map.of(), judgements, false))
                .filter(Finding::counts)
                .collect(Collectors.groupingBy(
                        Finding::ordinal,
                        Collectors.mapping(
                                found -> found.check().id(),
                                Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf))));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean scanned(DocumentVersionId version) {
        return !store.lastScans(List.of(version)).isEmpty();
    }

    @Override
    public Optional<CheckInfo> check(String id) {
        return querySets.checks().find(id).map(check -> info(id));
    }

    private static int oldestSet(Map<DocumentVersionId, Scan> scans) {
        return scans.values().stream().mapToInt(Scan::querySet).min().orElse(0);
    }

    private void add(
            DocumentVersion version,
            Scan scan,
            Map<UUID, List<Judgement>> judgements,
            List<Finding> found,
            List<Finding> gone) {
        List<Row> now = store.seenBy(scan.id());
        Optional<List<Row>> before = store.scanBefore(scan).map(older -> store.seenBy(older.id()));
        Map<Integer, Clause> clauses = named(version, now, before.orElse(List.of()));
        Set<UUID> known = ids(before.orElse(now));
        now.forEach(row -> found.add(finding(version, row, clauses, judgements, !known.contains(row.id()))));
        Set<UUID> kept = ids(now);
        before.orElse(List.of()).stream()
                .filter(row -> !kept.contains(row.id()))
                .forEach(row -> gone.add(finding(version, row, clauses, judgements, false)));
    }

    /** The clauses that something was found in, for their names; a long contract has many more. */
    private Map<Integer, Clause> named(DocumentVersion version, List<Row> now, List<Row> before) {
        Set<Integer> ordinals =
                Stream.concat(now.stream(), before.stream()).map(Row::ordinal).collect(Collectors.toSet());
        return documents.clauses(version.id(), ordinals).stream()
                .collect(Collectors.toMap(Clause::ordinal, Function.identity()));
    }

    private static Set<UUID> ids(List<Row> rows) {
        return rows.stream().map(Row::id).collect(Collectors.toSet());
    }

    private Finding finding(
            DocumentVersion version,
            Row row,
            Map<Integer, Clause> clauses,
            Map<UUID, List<Judgement>> judgements,
            boolean fresh) {
        List<Judgement> said = judgements.getOrDefault(row.id(), List.of());
        // the last correction stands, whatever was confirmed or rejected after it
        CheckInfo check = said.stream()
                .map(Judgement::check)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> info(row.check()));
        String topic = row.topic().equals(check.id()) ? null : info(row.topic()).name();
        return new Finding(
                row.id(),
                check,
                topic,
                row.negated() && said.stream().noneMatch(one -> one.verdict() == Verdict.CORRECTED),
                version.id(),
                version.title(),
                version.number(),
                row.ordinal(),
                label(clauses.get(row.ordinal()), row.ordinal()),
                row.part(),
                row.page(),
                row.start(),
                row.end(),
                row.inClause(),
                row.words(),
                row.sentence(),
                fresh,
                said);
    }

    private static String label(@Nullable Clause clause, int ordinal) {
        if (clause == null || (clause.number().isEmpty() && clause.heading().isEmpty())) {
            return "clause " + (ordinal + 1);
        }
        return (clause.number() + " " + clause.heading()).strip();
    }

    private List<SafeguardResult> safeguards(List<Finding> found, List<String> notRead) {
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        querySets.checks().checks().stream()
                .filter(check -> check.kind() == CheckKind.SAFEGUARD)
                .forEach(check -> byCheck.put(check.id(), new ArrayList<>()));
        found.forEach(finding -> {
            List<Finding> of = byCheck.get(finding.check().id());
            if (of != null) {
                of.add(finding);
            }
        });
        return byCheck.entrySet().stream()
                .map(entry -> result(info(entry.getKey()), entry.getValue(), notRead))
                .toList();
    }

    private static SafeguardResult result(CheckInfo check, List<Finding> findings, List<String> notRead) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing((Finding finding) -> !finding.counts())
                        .thenComparing(finding -> !finding.confirmed()))
                .toList();
        return new SafeguardResult(check, presence(sorted, notRead), sorted);
    }

    private static Presence presence(List<Finding> findings, List<String> notRead) {
        if (findings.stream().anyMatch(Finding::counts)) {
            return Presence.FOUND;
        }
        if (findings.stream().anyMatch(Finding::proposed)) {
            return Presence.PROPOSED;
        }
        return notRead.isEmpty() ? Presence.MISSING : Presence.NOT_CLAIMABLE;
    }

    private Map<UUID, List<Judgement>> judgements(ContractId contract) {
        return store.judgements(contract).stream()
                .collect(
                        Collectors.groupingBy(Said::finding, Collectors.mapping(this::judgement, Collectors.toList())));
    }

    private Judgement judgement(Said said) {
        return new Judgement(
                said.number(),
                said.verdict(),
                said.check() == null ? null : info(said.check()),
                said.reason(),
                said.by(),
                said.at());
    }

    private CheckInfo info(String id) {
        Check check = querySets
                .checks()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("no check " + id + " in the packed set"));
        return new CheckInfo(
                check.id(),
                check.group(),
                check.kind(),
                check.name(),
                check.reason(),
                check.rights(),
                scanning.weak(id));
    }
}
