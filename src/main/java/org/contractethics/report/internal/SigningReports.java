package org.contractethics.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.ReportEditions.Written;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.File;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chair of the board committee signs the report of a period that is over. What was signed is kept byte for byte, with where the
 * record stood, and never signed again.
 */
@Service
public class SigningReports {

    private final SignedReports signed;
    private final ReportEditions editions;
    private final ReportProperties properties;
    private final CurrentCasebook casebook;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningReports(
            SignedReports signed,
            ReportEditions editions,
            ReportProperties properties,
            CurrentCasebook casebook,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signed = signed;
        this.editions = editions;
        this.properties = properties;
        this.casebook = casebook;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person cannot sign this report now; empty where they can. */
    public Optional<Refused> refusal(Kind kind, Period period, Actor actor) {
        if (!actor.has(Role.BOARD_COMMITTEE) || !actor.username().equals(properties.committeeChair())) {
            return Optional.of(Refused.notAllowed("Reports are signed by the chair of the board committee."));
        }
        if (!whole(kind, period)) {
            return Optional.of(Refused.invalid(
                    kind == Kind.BOARD
                            ? "The board report is signed for a whole quarter, not cut by tier or agency."
                            : "The public statement is signed for a whole year."));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!period.to().isBefore(today)) {
            return Optional.of(Refused.conflict("This period is not over yet. Its report is signed afterwards."));
        }
        if (signed.isBeforeTheRecord(period)) {
            return Optional.of(Refused.conflict("This period was over before the record begins. There is nothing in it"
                    + " to sign: its figures would be zeros that nobody counted."));
        }
        if (!told(period)) {
            return Optional.of(
                    Refused.conflict("The concerns of this period are not counted yet: what came in on its last day is"
                            + " told a few minutes after midnight, UTC. Sign the report after that."));
        }
        return signed.of(kind, period).map(report -> Refused.conflict("The report of this period is signed already."));
    }

    private boolean told(Period period) {
        Period last = Period.quarterOf(period.to());
        return casebook.look((book, head) -> ConcernQuarter.told(book, last, clock.instant()));
    }

    private static boolean whole(Kind kind, Period period) {
        return period.equals(
                kind == Kind.BOARD
                        ? Period.quarterOf(period.from())
                        : Period.year(period.from().getYear()));
    }

    /** @param seen fingerprint of the report as the chair read it */
    @Transactional
    public SignedReport sign(Kind kind, Period period, String seen, Actor actor) {
        refusal(kind, period, actor).ifPresent(refused -> {
            throw refused;
        });
        Instant now = clock.instant();
        List<Written> written = editions.write(kind, period, actor, now);
        if (!written.get(0).fingerprint().equals(seen)) {
            throw Refused.conflict(
                    "The figures have changed since you opened this page. Read the report again, then sign it.");
        }
        TreeHead head = written.get(0).head();
        List<File> files = new ArrayList<>();
        written.forEach(one -> files.add(new File(one.edition(), one.ending(), Sha256.hex(one.bytes()))));
        SignedReport report = new SignedReport(UUID.randomUUID(), kind, period, head, actor.username(), now, files);
        if (!signed.add(report)) {
            throw Refused.conflict("The report of this period is signed already.");
        }
        for (int i = 0; i < files.size(); i++) {
            signed.add(report.id(), files.get(i), written.get(i).bytes());
        }
        events.publishEvent(ReportSigned.of(report));
        return report;
    }

    /** A file of the report as the chair would sign it now; refused where they could not. */
    public UnsignedReport unsigned(Kind kind, Period period, String ending, Actor chair) {
        refusal(kind, period, chair).ifPresent(refused -> {
            throw refused;
        });
        return editions.write(kind, period, chair, clock.instant()).stream()
                .filter(one -> one.edition() == Edition.FULL && one.ending().equals(ending))
                .findFirst()
                .map(one -> new UnsignedReport(one.bytes(), one.fingerprint()))
                .orElseThrow(() -> Refused.notFound("There is no such file."));
    }

    /** For whoever may read reports; others never learn of it. */
    public SignedReport readable(UUID id, Actor reader) {
        Insights.refuseOthers(reader);
        return signed.find(id).orElseThrow(() -> Refused.notFound("There is no such report."));
    }

    private record ReportSigned(String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

        static ReportSigned of(SignedReport report) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("report", report.kind().name());
            facts.put("reportId", report.id().toString());
            facts.put("from", report.period().from().toString());
            facts.put("to", report.period().to().toString());
            facts.put("treeSize", report.head().size());
            facts.put("rootHash", report.head().rootHash());
            facts.put(
                    "files",
                    report.files().stream()
                            .map(file -> Map.of(
                                    "edition", file.edition().name(),
                                    "ending", file.ending(),
                                    "sha256", file.sha256()))
                            .toList());
            return new ReportSigned(report.signedBy(), report.signedAt(), facts);
        }

        @Override
        public String kind() {
            return SignedEntries.KIND;
        }

        @Override
        public @Nullable ContractId contract() {
            return null;
        }
    }
}
