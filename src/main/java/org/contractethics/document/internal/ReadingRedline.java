package org.contractethics.document.internal;

import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Service;

/** The tracked changes of one version, with the text they stand in. */
@Service
public class ReadingRedline {

    private final DocumentCatalogue catalogue;
    private final TextStore texts;

    ReadingRedline(DocumentCatalogue catalogue, TextStore texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** @param changes in reading order; their part is an index into {@code parts} */
    public record Redline(List<PartText> parts, List<Clause> clauses, List<TrackedChange> changes) {

        public Redline {
            parts = List.copyOf(parts);
            clauses = List.copyOf(clauses);
            changes = List.copyOf(changes);
        }
    }

    /** For somebody who may read the contract. */
    public Redline of(ContractId contract, DocumentVersionId version, Actor viewer) {
        catalogue.readable(contract, version, viewer);
        return new Redline(texts.parts(version), texts.clauses(version), texts.changes(version));
    }

    /** How many changes there are; ask for the right to read first. */
    public int count(DocumentVersionId version) {
        return texts.changeCount(version);
    }
}
