package org.contractethics.record.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.record.export.WritingExport;
import org.contractethics.record.internal.ExportingEntries;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.trail.FixingAccess;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Proofs to take home: receipts of single entries and the whole record. */
@Controller
class ProofPages {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final RecordProofs proofs;
    private final RecordReader record;
    private final ReadingRules rules;
    private final WritingExport export;
    private final ExportingEntries exporting;
    private final FixingAccess access;

    ProofPages(
            RecordProofs proofs,
            RecordReader record,
            ReadingRules rules,
            WritingExport export,
            ExportingEntries exporting,
            FixingAccess access) {
        this.proofs = proofs;
        this.record = record;
        this.rules = rules;
        this.export = export;
        this.exporting = exporting;
        this.access = access;
    }

    /** Tells nothing of the entry but that it is there; for whoever may read it or sees it on a timeline. */
    @GetMapping("/record/receipts/{index}")
    ResponseEntity<String> receipt(@PathVariable long index, Actor viewer) {
        return record.find(index)
                .filter(entry -> rules.readableBy(viewer).test(entry)
                        || rules.onTimeline(viewer).test(entry))
                .flatMap(entry -> proofs.receipt(index))
                .map(receipt -> text("entry-" + index + ".tlog-proof", receipt))
                .orElseThrow(
                        () -> Refused.notFound("There is no receipt for an entry " + index + " that you may see."));
    }

    @GetMapping("/audit/bundle")
    void bundle(Actor viewer, HttpServletResponse response) throws IOException {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is read by auditors, the board committee and the ombuds.");
        }
        access.fix();
        if (export.newest().isEmpty()) {
            throw Refused.notFound("Nothing has been signed yet.");
        }
        exporting.begin(viewer, Map.of());
        export.write(
                checkpoint -> {
                    response.setContentType("application/zip");
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"record-" + checkpoint.size() + ".zip\"");
                    return response.getOutputStream();
                },
                rules.readableBy(viewer));
    }

    static ResponseEntity<String> text(String name, String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
