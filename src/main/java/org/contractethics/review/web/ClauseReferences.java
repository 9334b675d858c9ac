package org.contractethics.review.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Impact.ClauseReference;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/**
 * Turns what people write into references to clauses: the address of a clause copied from the viewer, or its number. The
 * link is always made here from ids, never taken from the text.
 */
@Component
class ClauseReferences {

    private static final Pattern ADDRESS =
            Pattern.compile("documents/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\S*#clause-(\\d{1,7})");

    private final Documents documents;

    ClauseReferences(Documents documents) {
        this.documents = documents;
    }

    /** One reference for each line; a line that names no clause of this contract stays as words. */
    List<ClauseReference> read(ContractId contract, String text) {
        List<DocumentVersion> versions = documents.currentWithFilesInside(contract);
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                // one more than may be named: who names more is told, and nothing is looked up for all of them
                .limit(Impact.MOST_CLAUSES + 1L)
                .map(line -> reference(contract, versions, line))
                .toList();
    }

    String write(List<ClauseReference> clauses) {
        return clauses.stream()
                .map(clause -> clause.link().isEmpty() ? clause.label() : clause.link())
                .collect(Collectors.joining("\n"));
    }

    private ClauseReference reference(ContractId contract, List<DocumentVersion> versions, String line) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
            return versions.stream()
                    .filter(version -> version.id().toString().equals(address.group(1)))
                    .flatMap(version -> byOrdinal(version, Integer.parseInt(address.group(2))).stream()
                            .map(clause -> reference(contract, version, clause)))
                    .findFirst()
                    .orElse(new ClauseReference(line, ""));
        }
        List<ClauseReference> numbered = versions.stream()
                .flatMap(version -> documents.clauses(version.id()).stream()
                        .filter(clause ->
                                !clause.number().isEmpty() && clause.number().equals(line))
                        .map(clause -> reference(contract, version, clause)))
                .toList();
        return numbered.size() == 1 ? numbered.get(0) : new ClauseReference(line, "");
    }

    private Optional<Clause> byOrdinal(DocumentVersion version, int ordinal) {
        return documents.clauses(version.id(), List.of(ordinal)).stream().findFirst();
    }

    private static ClauseReference reference(ContractId contract, DocumentVersion version, Clause clause) {
        String number = clause.number().isEmpty() ? "clause " + (clause.ordinal() + 1) : "clause " + clause.number();
        String heading = clause.heading().isEmpty() ? "" : " " + clause.heading();
        return new ClauseReference(
                version.title() + ", version " + version.number() + ", " + number + heading,
                "/contracts/" + contract + "/documents/" + version.id() + "#clause-" + clause.ordinal());
    }
}
