package org.contractethics.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.PaperFormat;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.SignedEntries;
import org.contractethics.report.internal.SignedFiles;
import org.contractethics.report.internal.SignedReport;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.SignedReports;
import org.contractethics.report.internal.SigningReports;
import org.contractethics.report.internal.UnsignedReport;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed reports for programs, and signing one that was read as a file. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "Signed reports", description = "Kept byte for byte, with where the record stood")
class SignedReportApi {

    private static final int LAST_YEAR = 9999;
    private static final String FIRST_DAY = "First day of the period: of a quarter for BOARD, of a year for STATEMENT";
    private static final String LAST_DAY = "Last day of that same quarter or year, which belongs to it";

    private final SigningReports signing;
    private final SignedReports signed;
    private final SignedEntries entries;
    private final SignedFiles files;

    SignedReportApi(SigningReports signing, SignedReports signed, SignedEntries entries, SignedFiles files) {
        this.signing = signing;
        this.signed = signed;
        this.entries = entries;
        this.files = files;
    }

    /**
     * @param treeSize, rootHash where the record stood when it was signed
     * @param entry number of the entry that tells of the signature and of the hashes of its files; null where there is none
     */
    @Schema(name = "SignedReport")
    record ReportAnswer(
            UUID id,
            Kind kind,
            @Schema(description = FIRST_DAY) LocalDate from,
            @Schema(description = LAST_DAY) LocalDate to,
            long treeSize,
            String rootHash,
            String signedBy,
            Instant signedAt,
            @Nullable Long entry,
            List<FileLine> files) {

        static ReportAnswer of(SignedReport report, @Nullable Long entry, Actor reader) {
            return new ReportAnswer(
                    report.id(),
                    report.kind(),
                    report.period().from(),
                    report.period().to(),
                    report.head().size(),
                    report.head().rootHash(),
                    report.signedBy(),
                    report.signedAt(),
                    entry,
                    report.filesFor(reader).stream()
                            .map(file -> new FileLine(file.ending(), file.sha256()))
                            .toList());
        }
    }

    @Schema(name = "SignedReportFile")
    record FileLine(String ending, String sha256) {}

    @Schema(name = "ReportSignatureRequest")
    record SignatureRequest(
            @Schema(description = "BOARD for a whole quarter, STATEMENT for a whole year") @Nullable Kind kind,
            @Schema(description = FIRST_DAY) @Nullable LocalDate from,
            @Schema(description = LAST_DAY) @Nullable LocalDate to) {}

    @GetMapping("/signed")
    @Operation(summary = "The signed reports", description = "With the files of the edition that the caller reads.")
    List<ReportAnswer> list(Actor reader) {
        Map<UUID, Long> numbers = entries.numbers();
        return signed.all().stream()
                .map(report -> ReportAnswer.of(report, numbers.get(report.id()), reader))
                .toList();
    }

    @GetMapping("/signed/{reportId}")
    @Operation(summary = "One signed report")
    ReportAnswer one(@PathVariable UUID reportId, Actor reader) {
        return answer(signing.readable(reportId, reader), reader);
    }

    @GetMapping("/signed/{reportId}/report.{ending}")
    @Operation(summary = "The very bytes that were signed", description = "In the edition of the caller.")
    ResponseEntity<byte[]> file(@PathVariable UUID reportId, @PathVariable String ending, Actor reader) {
        byte[] bytes = files.file(reportId, ending, reader);
        return HandedOut.of(bytes, mediaType(ending), "report-" + reportId + "." + ending);
    }

    @GetMapping("/unsigned/{kind}/report.{ending}")
    @Operation(
            summary = "A report as its chair would sign it now",
            description =
                    "For the chair of the board committee, of a period that is over. Its ETag is what a signature sends"
                            + " as If-Match: who signs has read it.")
    ResponseEntity<byte[]> unsigned(
            @PathVariable Kind kind,
            @PathVariable String ending,
            @Parameter(description = FIRST_DAY) @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = LAST_DAY) @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            Actor chair) {
        UnsignedReport report = signing.unsigned(kind, period(from, to), ending, chair);
        ResponseEntity<byte[]> file =
                HandedOut.of(report.bytes(), mediaType(ending), "report-" + from + "-" + to + "." + ending);
        return ResponseEntity.ok()
                .headers(file.getHeaders())
                .eTag('"' + report.fingerprint() + '"')
                .body(report.bytes());
    }

    @PostMapping("/signed")
    @Operation(
            summary = "Sign the report of a period that is over",
            description =
                    "By the chair of the board committee, once. If-Match is the ETag of the report as it was read.")
    @ApiResponse(responseCode = "201", description = "Signed and kept")
    ResponseEntity<ReportAnswer> sign(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SignatureRequest request,
            Actor chair) {
        Kind kind = request.kind();
        LocalDate from = request.from();
        LocalDate to = request.to();
        if (kind == null || from == null || to == null) {
            throw Refused.invalid(unnamed(kind, from, to));
        }
        Period period = period(from, to);
        signing.refusal(kind, period, chair).ifPresent(refused -> {
            throw refused;
        });
        SignedReport report = signing.sign(kind, period, seen(ifMatch), chair);
        return ResponseEntity.created(URI.create("/api/reports/signed/" + report.id()))
                .body(answer(report, chair));
    }

    private ReportAnswer answer(SignedReport report, Actor reader) {
        return ReportAnswer.of(report, entries.numbers().get(report.id()), reader);
    }

    /** Each field that is missing, by its name. */
    private static List<FormProblem> unnamed(@Nullable Kind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<FormProblem> unnamed = new ArrayList<>();
        if (kind == null) {
            unnamed.add(new FormProblem("kind", "Name the kind of the report: BOARD or STATEMENT."));
        }
        if (from == null) {
            unnamed.add(new FormProblem("from", "Name the first day of the period."));
        }
        if (to == null) {
            unnamed.add(new FormProblem("to", "Name the last day of the period."));
        }
        return unnamed;
    }

    /** No signature is given to whatever there is: * names nothing that was read. */
    private static String seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new Refused(
                    Refused.Kind.SEEN_UNKNOWN,
                    List.of(
                            "Read the report first, and send the ETag of the file as If-Match: who signs says what they read."));
        }
        return ifMatch.strip().replace("\"", "");
    }

    /** Days of an address come in every year that Java knows; those of a body are read more strictly. */
    private static Period period(LocalDate from, LocalDate to) {
        List<FormProblem> problems = Stream.of(Map.entry("from", from), Map.entry("to", to))
                .filter(day -> day.getValue().getYear() < 1 || day.getValue().getYear() > LAST_YEAR)
                .map(day -> new FormProblem(day.getKey(), "Send days as in 2026-12-31."))
                .toList();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        if (to.isBefore(from)) {
            throw Refused.invalid(List.of(new FormProblem("to", "A period ends on the day it begins or later.")));
        }
        return new Period(from, to);
    }

    private static String mediaType(String ending) {
        return PaperFormat.ofEnding(ending).map(PaperFormat::mediaType).orElse("text/csv;charset=UTF-8");
    }
}
