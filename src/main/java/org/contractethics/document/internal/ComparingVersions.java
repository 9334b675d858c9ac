package org.contractethics.document.internal;

import java.util.List;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.comparison.Comparison;
import org.contractethics.document.comparison.Passage;
import org.contractethics.document.comparison.Passages;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;

/** Compares two versions of a document, or two documents of one contract. */
@Service
public class ComparingVersions {

    private final DocumentCatalogue catalogue;
    private final TextStore texts;

    ComparingVersions(DocumentCatalogue catalogue, TextStore texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** The two that are compared, and what differs. */
    public record Compared(StoredVersion before, StoredVersion after, Comparison comparison) {}

    /** Both have to belong to this contract, and the viewer has to be allowed to read it. */
    public Compared compare(ContractId contract, DocumentVersionId from, DocumentVersionId to, Actor viewer) {
        StoredVersion before = catalogue.readable(contract, from, viewer);
        StoredVersion after = catalogue.readable(contract, to, viewer);
        demandText(before);
        demandText(after);
        return new Compared(before, after, Comparison.of(passages(from), passages(to)));
    }

    /** A text that is missing would look like one that was deleted. */
    private static void demandText(StoredVersion stored) {
        if (stored.version().status() != ExtractionStatus.READ) {
            boolean reading = stored.version().status() == ExtractionStatus.READING;
            throw Refused.conflict("The text of “" + stored.version().title() + "”, version "
                    + stored.version().number()
                    + (reading
                            ? ", is still being read. Try again in a moment."
                            : ", could not be read, so it cannot be compared."));
        }
    }

    private List<Passage> passages(DocumentVersionId version) {
        return Passages.of(texts.parts(version), texts.clauses(version));
    }
}
