package org.contractethics.document;

import java.util.Collection;
import java.util.List;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * The executed copies of contracts: what the parties signed. They are kept, read and read out like documents and belong to no set of
 * documents, so no hash of a set changes by them.
 */
public interface ExecutedCopies {

    /**
     * Keeps the file with its hash and has it recorded, in the transaction of the caller; its text is read after the commit. Refuses what
     * is not taken in as a document either. The same file of the same contract is kept once. Who may bring one, the caller decides.
     */
    DocumentVersion keep(ContractId contract, SentDocument file, Actor actor);

    /** Holds each of these copies on its own against the set of documents that the hash names: two may hold the same document. */
    Compared each(ContractId contract, String documentSetHash, Collection<DocumentVersionId> copies);

    /** Holds these copies together against the set of documents that the hash names: each document stands in one of them. */
    Compared compare(ContractId contract, String documentSetHash, Collection<DocumentVersionId> copies);

    /** How a copy stands to the documents approved; the worst of several last. */
    enum Likeness {
        /** The very bytes. */
        IDENTICAL,
        /** Every clause as approved; blanks may be filled in, and signatures stand behind the end. */
        SAME_CLAUSES,
        /** Scanned pages, files inside, or what nobody read of it or of what was approved: the differences say which. */
        NOT_COMPARABLE,
        /** Its text is being read. */
        READING,
        /** Its text cannot be read for another reason than that it is scanned. */
        UNREADABLE,
        DIFFERENT
    }

    /**
     * @param likeness of the worst copy; DIFFERENT too where a document is missing from copies that could all be compared
     * @param missing documents approved that stand in no copy
     */
    record Compared(Likeness likeness, List<Copy> copies, List<DocumentVersion> missing) {

        public Compared {
            copies = List.copyOf(copies);
            missing = List.copyOf(missing);
        }

        /** What was filled in or added behind the end, over all copies. */
        public List<String> additions() {
            return copies.stream().flatMap(copy -> copy.additions().stream()).toList();
        }
    }

    /**
     * @param holds documents approved that it was found to hold
     * @param additions words filled into blanks, behind the end or at the edge of pages
     * @param differences sentences; empty unless it differs
     * @param nearest the document approved that the differences are told against; null where there are none
     */
    record Copy(
            DocumentVersion version,
            Likeness likeness,
            List<DocumentVersion> holds,
            List<String> additions,
            List<String> differences,
            @Nullable DocumentVersion nearest) {

        public Copy {
            holds = List.copyOf(holds);
            additions = List.copyOf(additions);
            differences = List.copyOf(differences);
        }
    }
}
