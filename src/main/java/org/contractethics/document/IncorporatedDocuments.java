package org.contractethics.document;

import java.util.List;
import java.util.Optional;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a contract makes part of itself, and whether they are here to be read. Whoever claims that a contract does
 * not say something has to ask {@link #missing} first.
 */
public interface IncorporatedDocuments {

    /** No list holds more: a text that names so many was made to be long, not to be read. */
    int MOST = 2_000;

    /** Every document that the current versions and the files inside them incorporate, each once, in the order in which they are first named. */
    List<Named> named(ContractId contract);

    /** Why the document set is not read in full, as sentences; empty where it is. Without documents nothing is read. */
    List<String> missing(ContractId contract);

    /** A sentence where the list may not hold all that is named; empty where it does. */
    static Optional<String> cut(List<Named> named) {
        return named.size() < MOST
                ? Optional.empty()
                : Optional.of("The documents name so many others that no more than 2,000 of each are listed.");
    }

    /** By what a document is named. */
    enum Kind {
        ANNEX,
        TITLE,
        URL,
        /** A clause of the federal acquisition regulation or a supplement to it. */
        ACQUISITION_CLAUSE
    }

    /**
     * @param key names it in one form, however it is written
     * @param title as it is called, for example "Acceptable Use Policy", "Exhibit A"
     * @param url where it is said to stand; null where none is given
     * @param places where it is named
     * @param readAs the document of the contract that it is; null where it is not here
     * @param byHand whether a person said so
     */
    record Named(
            Kind kind,
            String key,
            String title,
            @Nullable String url,
            List<Place> places,
            @Nullable DocumentVersion readAs,
            boolean byHand) {

        public Named {
            places = List.copyOf(places);
        }

        /** Whether its text is here and could be read. */
        public boolean read() {
            return readAs != null && readAs.status() == Documents.ExtractionStatus.READ;
        }
    }

    /** A clause of a version. */
    record Place(DocumentVersionId version, String title, int clause) {}
}
