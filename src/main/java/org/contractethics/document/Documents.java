package org.contractethics.document;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.document.extraction.Parts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/** The contract documents, as the other modules see them. Reading asks for the viewer; what they may not see is not there. */
public interface Documents {

    /** The newest version of each uploaded document of the contract, by title. */
    List<DocumentVersion> currentVersions(ContractId contract);

    /**
     * The same, each followed by the files found inside it (attachments, embedded files, entries of an archive), at all depths.
     * They are searched and cited like any other; the set that decisions are made on is that of the uploaded files, whose
     * bytes hold them.
     */
    default List<DocumentVersion> currentWithFilesInside(ContractId contract) {
        return currentVersions(contract);
    }

    /** Those of the versions that nothing has replaced: the newest ones of their documents, and the files found inside these. */
    default Set<DocumentVersionId> current(Collection<DocumentVersionId> versions) {
        return versions.stream()
                .flatMap(version -> find(version).stream())
                .map(DocumentVersion::contract)
                .distinct()
                .flatMap(contract -> currentWithFilesInside(contract).stream())
                .map(DocumentVersion::id)
                .filter(versions::contains)
                .collect(Collectors.toSet());
    }

    /** Whether the words of the clause are in force as far as the file says; struck out or moved away text and comments are not. */
    static boolean inForce(Clause clause) {
        return Parts.inForce(clause.part());
    }

    Optional<DocumentVersion> find(DocumentVersionId version);

    /** All clauses in reading order; empty while the text is being read or where none could be read. */
    List<Clause> clauses(DocumentVersionId version);

    /** Those of the clauses that have one of these ordinals, in reading order; for whoever needs few of many. */
    default List<Clause> clauses(DocumentVersionId version, Collection<Integer> ordinals) {
        return clauses(version).stream()
                .filter(clause -> ordinals.contains(clause.ordinal()))
                .toList();
    }

    /**
     * Pages that had no text layer and were read by text recognition (OCR), with its confidence in per cent. Words of the clauses
     * that begin on them ({@link Clause#page}) may be wrong or missing: whoever shows such a clause says so.
     */
    default Map<Integer, Integer> recognisedPages(DocumentVersionId version) {
        return Map.of();
    }

    /** What of a version that was read could not be, as sentences, for example scanned pages; empty where nothing is missing. */
    default List<String> gaps(DocumentVersionId version) {
        return List.of();
    }

    /** Whether the viewer may read the documents of this contract. */
    boolean mayRead(ContractId contract, Actor viewer);

    /** The same of a contract that the caller has read already. */
    default boolean mayRead(Contract contract, Actor viewer) {
        return mayRead(contract.id(), viewer);
    }

    /**
     * SHA-256, in lower-case hex, over the set of current versions: decisions and signatures hold for exactly this set. Two
     * equal sets have equal hashes, whatever the order of upload; any added, replaced or removed document changes it.
     */
    String documentSetHash(ContractId contract);

    /**
     * Holds the documents of the contract until the end of the transaction: none is added or replaced meanwhile, and whoever was about
     * to is waited for. Held after the contract itself, where both are.
     */
    void hold(ContractId contract);

    /** The same of versions that the caller has read already: all current ones of a contract. */
    String documentSetHash(List<DocumentVersion> current);

    /**
     * One uploaded version of a document.
     *
     * @param number 1 for the first upload
     * @param fileName last segment of the name it came with; display only, never a path
     * @param mediaType detected from the content, not from the name
     * @param sha256 lower-case hex of the bytes
     * @param status whether its text could be read
     * @param failure why not, as a sentence for people; null unless {@code status} is FAILED
     * @param pages number of pages or sheets or slides; null while unknown or where the format has none
     */
    record DocumentVersion(
            DocumentVersionId id,
            DocumentId document,
            ContractId contract,
            int number,
            String title,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            ExtractionStatus status,
            @Nullable String failure,
            @Nullable Integer pages,
            int clauseCount,
            String uploadedBy,
            Instant uploadedAt) {}

    /** Whether the text of a version could be read. */
    enum ExtractionStatus {
        READING,
        READ,
        FAILED
    }

    /**
     * A clause: the smallest part of a document that is searched, cited and linked to.
     *
     * @param ordinal place in the document, from 0; the page anchor is {@code clause-<ordinal>}
     * @param part which part of the file it stands in, for example {@code body}, {@code header}, {@code footnotes}, {@code
     *     sheet: Prices}
     * @param number clause number as printed, for example {@code 7.2}; empty where there is none
     * @param heading nearest heading; empty where there is none
     * @param headingPath the headings and numbers above it and its own, outermost first, for example {@code ARTICLE 7
     *     Data}, {@code 7.2 Audit}, {@code (a)}
     * @param parent ordinal of the clause in which the heading next above it stands; null at the top
     * @param text the words of the clause
     * @param page page, sheet or slide, from 1; null where the format has none
     * @param start offset of the first character in the text of its part
     * @param end offset behind the last character
     */
    record Clause(
            DocumentVersionId version,
            int ordinal,
            String part,
            String number,
            String heading,
            List<String> headingPath,
            @Nullable Integer parent,
            String text,
            @Nullable Integer page,
            int start,
            int end) {

        /** With the document it stands in. */
        public String inWords(DocumentVersion version) {
            String name = heading.startsWith(number) ? heading : (number + " " + heading).strip();
            return version.title() + ", version " + version.number() + ", clause "
                    + (name.isEmpty() ? "without a number" : name);
        }

        public Clause {
            headingPath = List.copyOf(headingPath);
        }

        /** A clause at the top of its document. */
        public Clause(
                DocumentVersionId version,
                int ordinal,
                String part,
                String number,
                String heading,
                String text,
                @Nullable Integer page,
                int start,
                int end) {
            this(
                    version,
                    ordinal,
                    part,
                    number,
                    heading,
                    heading.isEmpty() ? List.of() : List.of(heading),
                    null,
                    text,
                    page,
                    start,
                    end);
        }

        /** How many headings and numbers lead to it; 0 where there are none. */
        public int level() {
            return headingPath.size();
        }
    }

    /**
     * The text of a version was read and its clauses stored, or reading failed for a named reason. An application event, for
     * listeners after the commit (indexing).
     */
    record TextExtracted(DocumentVersionId version, ContractId contract, boolean readable) {}
}
