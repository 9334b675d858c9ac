package org.contractethics.report.internal;

import java.util.UUID;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;

/** Hands out the files of signed reports, and only those that the record tells of. */
@Service
public class SignedFiles {

    private final SigningReports signing;
    private final SignedReports signed;
    private final SignedEntries entries;

    SignedFiles(SigningReports signing, SignedReports signed, SignedEntries entries) {
        this.signing = signing;
        this.signed = signed;
        this.entries = entries;
    }

    /** The very bytes that were signed, in the edition of this reader; refused where the record tells of others. */
    public byte[] file(UUID id, String ending, Actor reader) {
        SignedReport report = signing.readable(id, reader);
        Edition edition = Edition.of(reader);
        byte[] bytes = signed.bytes(report.id(), edition, ending)
                .orElseThrow(() -> Refused.notFound("There is no such file."));
        if (!entries.tells(report.id(), edition, ending, bytes)) {
            throw Refused.conflict("This file is not the one that was signed: the record tells of another, or of none."
                    + " It is not handed out. Auditors, the board committee and leadership are told. Ask for a copy that"
                    + " was kept elsewhere, and compare its hash with the entry of the record.");
        }
        return bytes;
    }
}
