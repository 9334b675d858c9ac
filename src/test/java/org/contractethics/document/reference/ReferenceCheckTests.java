package org.contractethics.document.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Counts terms and references over a folder of contracts: {@code mvn test -Dtest=ReferenceCheckTests
 * -Dreferences.folder=<folder>}; with {@code -Dreferences.show=<begin of a file name>} it prints them for that contract.
 */
@EnabledIfSystemProperty(named = "references.folder", matches = ".+")
class ReferenceCheckTests {

    private int contracts;
    private int terms;
    private int undefined;
    private int references;
    private int resolved;
    private int incorporated;
    private long nanos;

    @Test
    void terms_and_references_of_real_contracts_are_found() throws Exception {
        TextReader reader = new TextReader(Duration.ofSeconds(60));
        String show = System.getProperty("references.show", "-");
        try (Stream<Path> walk = Files.walk(Path.of(System.getProperty("references.folder")))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                DocumentType type = new TypeDetector().detect(file).type();
                if (type != null && reader.read(ReadingRequest.of(file, type)) instanceof Text text) {
                    count(clauses(text), file.getFileName().toString().startsWith(show));
                }
            }
        }
        System.out.printf(
                "%d contracts: %d definitions, %d terms never defined, %d cross-references of which %.1f %% lead to a clause,"
                        + " %d documents incorporated; %.1f ms a contract%n",
                contracts,
                terms,
                undefined,
                references,
                100.0 * resolved / references,
                incorporated,
                nanos / 1e6 / contracts);
        assertThat(contracts).isPositive();
    }

    private void count(List<Clause> clauses, boolean show) {
        long began = System.nanoTime();
        List<DefinedTerm> defined = DefinedTerms.in(clauses);
        var never = UndefinedTerms.in(clauses, defined);
        List<CrossReference> found = CrossReferences.in(clauses);
        List<Incorporated> outside = Incorporations.in(clauses);
        nanos += System.nanoTime() - began;
        contracts++;
        terms += defined.size();
        undefined += never.size();
        references += found.size();
        resolved += (int)
                found.stream().filter(reference -> reference.target() != null).count();
        incorporated += outside.size();
        if (show) {
            defined.forEach(term -> System.out.println("TERM " + term));
            never.forEach((term, uses) -> System.out.println("NEVER " + term + " " + uses));
            found.stream()
                    .filter(reference -> reference.target() == null)
                    .forEach(reference -> System.out.println("NOWHERE " + reference));
            outside.forEach(one -> System.out.println("OUTSIDE " + one));
        }
    }

    private static List<Clause> clauses(Text text) {
        DocumentVersionId version = new DocumentVersionId(UUID.randomUUID());
        List<Clause> clauses = new ArrayList<>();
        for (ClauseText clause : text.clauses()) {
            clauses.add(new Clause(
                    version,
                    clauses.size(),
                    text.parts().get(clause.part()).name(),
                    clause.number(),
                    clause.heading(),
                    clause.headingPath(),
                    clause.parent(),
                    clause.text(),
                    clause.page(),
                    clause.start(),
                    clause.end()));
        }
        return clauses;
    }
}
