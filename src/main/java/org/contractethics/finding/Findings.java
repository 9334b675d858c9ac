package org.contractethics.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/** What was found in the clauses of a contract, and what was not. A finding proposes; a person decides. */
public interface Findings {

    /** The findings in the current documents; empty for whoever may not read these documents. */
    Optional<ContractFindings> of(ContractId contract, Actor viewer);

    /** The same for a caller that has asked for the right to read already. */
    ContractFindings of(ContractId contract);

    /** Ids of the checks whose findings count in a version, by ordinal of the clause; for a caller that asked for the right to read. */
    Map<Integer, List<String>> counting(DocumentVersion version);

    /** Whether the clauses of a version were looked through at least once. */
    boolean scanned(DocumentVersionId version);

    /** What is looked for under this id; empty where nothing is. */
    Optional<CheckInfo> check(String id);

    /**
     * What is looked for.
     *
     * @param rights codes of the rights catalogue
     * @param weak whether it was measured to be wrong or blind more often than right (F1 below .5)
     */
    record CheckInfo(
            String id, String group, CheckKind kind, String name, String reason, List<String> rights, boolean weak) {

        public CheckInfo {
            rights = List.copyOf(rights);
        }
    }

    /**
     * A place in a clause that a check matches.
     *
     * @param check what it is found for; after a correction, what the reviewer said it is
     * @param topic name of the check whose words stand there, where it is another: a forbidden use speaks for a safeguard
     * @param negated whether the sentence denies what the check looks for
     * @param document title of the document
     * @param number of the version
     * @param clause number and heading of the clause, for people
     * @param start offset of the words in the text of their part, with {@code end}
     * @param inClause offset of the words in the text of the clause
     * @param sentence the words in their sentence
     * @param fresh whether an earlier query set did not find it in the same version
     * @param judgements in the order in which they were given; the last one stands
     */
    record Finding(
            UUID id,
            CheckInfo check,
            @Nullable String topic,
            boolean negated,
            DocumentVersionId version,
            String document,
            int number,
            int ordinal,
            String clause,
            String part,
            @Nullable Integer page,
            int start,
            int end,
            int inClause,
            String words,
            String sentence,
            boolean fresh,
            List<Judgement> judgements) {

        public Finding {
            judgements = List.copyOf(judgements);
        }

        public Optional<Judgement> standing() {
            return judgements.isEmpty() ? Optional.empty() : Optional.of(judgements.get(judgements.size() - 1));
        }

        public boolean rejected() {
            return standing().map(one -> one.verdict() == Verdict.REJECTED).orElse(false);
        }

        public boolean confirmed() {
            return standing().map(one -> one.verdict() != Verdict.REJECTED).orElse(false);
        }

        /** Whether it is a safeguard only because its sentence seems to forbid a use, and nobody has confirmed that it does. */
        public boolean proposed() {
            return topic != null && judgements.isEmpty();
        }

        /**
         * Whether it speaks for its check: neither rejected nor denied by its own sentence. A forbidden use is read by a person before it
         * counts as a safeguard, since words that forbid and words that permit differ by little.
         */
        public boolean counts() {
            return !rejected() && !negated && !proposed();
        }
    }

    /** What a reviewer says of a finding. */
    enum Verdict {
        CONFIRMED("Confirmed"),
        REJECTED("Rejected"),
        CORRECTED("Corrected");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }

    /** @param check what it is instead; null unless corrected */
    record Judgement(
            int number, Verdict verdict, @Nullable CheckInfo check, String reason, String judgedBy, Instant judgedAt) {}

    /** Whether a safeguard stands in the documents. */
    enum Presence {
        FOUND("Found"),
        PROPOSED("To be confirmed"),
        MISSING("Missing"),
        NOT_CLAIMABLE("Cannot be claimed");

        private final String label;

        Presence(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }

    /** @param findings those that count, then those that were rejected or are denied by their sentence */
    record SafeguardResult(CheckInfo check, Presence presence, List<Finding> findings) {

        public SafeguardResult {
            findings = List.copyOf(findings);
        }

        public boolean found() {
            return presence == Presence.FOUND;
        }
    }

    /**
     * Everything about the current documents of a contract.
     *
     * @param querySet number of the set that every current version was scanned with last; 0 where none was
     * @param findings by document and place
     * @param gone places that the set before found and this one does not
     * @param safeguards one for each safeguard of the catalogue
     * @param notRead why absence cannot be claimed, as sentences; empty where the whole document set was read and scanned
     */
    record ContractFindings(
            ContractId contract,
            int querySet,
            List<Finding> findings,
            List<Finding> gone,
            List<SafeguardResult> safeguards,
            List<String> notRead) {

        public ContractFindings {
            findings = List.copyOf(findings);
            gone = List.copyOf(gone);
            safeguards = List.copyOf(safeguards);
            notRead = List.copyOf(notRead);
        }

        public List<Finding> of(CheckKind kind) {
            return findings.stream()
                    .filter(finding -> finding.check().kind() == kind)
                    .toList();
        }

        public Optional<SafeguardResult> safeguard(String check) {
            return safeguards.stream()
                    .filter(result -> result.check().id().equals(check))
                    .findFirst();
        }

        /** The red flags of the documents, by number, with those that were set aside. */
        public List<RedFlag> redFlags() {
            Map<String, List<Finding>> places = new TreeMap<>();
            of(CheckKind.RED_FLAG).stream()
                    .filter(finding -> !finding.negated())
                    .forEach(finding -> places.computeIfAbsent(finding.check().id(), id -> new ArrayList<>())
                            .add(finding));
            return places.values().stream()
                    .map(of -> new RedFlag(of.get(0).check(), of))
                    .toList();
        }

        /** Findings of a red flag that count. */
        public List<Finding> redFlag(String check) {
            return findings.stream()
                    .filter(finding -> finding.check().id().equals(check) && finding.counts())
                    .toList();
        }
    }
}
