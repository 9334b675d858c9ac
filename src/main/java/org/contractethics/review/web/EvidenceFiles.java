package org.contractethics.review.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.IncidentEvidence;
import org.contractethics.review.internal.followup.IncidentEvidence.Handed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files of incidents as they go out: to be saved, and never shown or run here. */
@Component
class EvidenceFiles {

    private static final String MISSING = "There is no such file, or you may not know of it.";

    private final IncidentEvidence evidence;
    private final ContractRegister contracts;

    EvidenceFiles(IncidentEvidence evidence, ContractRegister contracts) {
        this.evidence = evidence;
        this.contracts = contracts;
    }

    /** The copy that was rebuilt. */
    ResponseEntity<byte[]> copy(ContractId contract, UUID incident, int number, Actor viewer) {
        demandReadable(contract, viewer);
        Handed copy = evidence.copy(contract, incident, number).orElseThrow(() -> Refused.notFound(MISSING));
        return savedCopy(copy);
    }

    /** The file as it came. */
    ResponseEntity<byte[]> original(ContractId contract, UUID incident, int number, Actor viewer) {
        demandReadable(contract, viewer);
        Handed original = evidence.original(contract, incident, number).orElseThrow(() -> Refused.notFound(MISSING));
        return savedOriginal(original);
    }

    private void demandReadable(ContractId id, Actor viewer) {
        if (contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .isEmpty()) {
            throw Refused.notFound(MISSING);
        }
    }

    /** Hands out a rebuilt copy. */
    static ResponseEntity<byte[]> savedCopy(Handed copy) {
        return saved(copy, copyName(copy.file()));
    }

    /** Hands out a file as it came. */
    static ResponseEntity<byte[]> savedOriginal(Handed original) {
        return saved(original, original.file().fileName());
    }

    private static String copyName(EvidenceFile file) {
        int dot = file.fileName().lastIndexOf('.');
        return (dot > 0 ? file.fileName().substring(0, dot) : file.fileName()) + "-copy." + file.extension();
    }

    private static ResponseEntity<byte[]> saved(Handed file, String name) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.bytes());
    }
}
