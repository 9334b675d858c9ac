package org.contractethics.review.internal.question;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that a question, or its answer, names: versions of documents of the contract, as they were then. */
@Component
public class QuestionDocuments {

    private final JdbcClient jdbc;
    private final Documents documents;

    QuestionDocuments(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** What names them. */
    public enum Side {
        QUESTION,
        ANSWER
    }

    /** @param link where it is read */
    public record Named(UUID id, String title, int number, String fileName, String link) {}

    /** The current documents by their version, in words; none for whoever may not read them. */
    public Map<String, String> choices(ContractId contract, Actor actor) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (documents.mayRead(contract, actor)) {
            documents
                    .currentVersions(contract)
                    .forEach(version ->
                            choices.put(version.id().toString(), version.title() + ", version " + version.number()));
        }
        return choices;
    }

    /** @param versions ids as they were sent */
    List<FormProblem> problems(ContractId contract, List<String> versions, Actor actor) {
        return new Problems()
                .when(
                        !choices(contract, actor).keySet().containsAll(versions),
                        "documents",
                        "Choose current documents of this contract. One that is missing is added on the page of the contract first.")
                .list();
    }

    /** Kept while the question is open; what was named then stays. */
    void keep(UUID question, Side side, List<String> versions) {
        versions.stream().distinct().forEach(version -> jdbc.sql(
                        """
                                insert into review.question_document (question_id, side, version_id)
                                values (:question, :side, cast(:version as uuid))
                                """)
                .param("question", question)
                .param("side", side.name())
                .param("version", version)
                .update());
    }

    /** By title; none for whoever may not read the documents of the contract. */
    public List<Named> of(UUID question, Side side, ContractId contract, Actor viewer) {
        if (!documents.mayRead(contract, viewer)) {
            return List.of();
        }
        return jdbc
                .sql("select version_id from review.question_document where question_id = :question and side = :side")
                .param("question", question)
                .param("side", side.name())
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .flatMap(version -> documents.find(new DocumentVersionId(version)).stream())
                .map(version -> named(version, contract))
                .sorted(Comparator.comparing(Named::title).thenComparing(Named::number))
                .toList();
    }

    private static Named named(DocumentVersion version, ContractId contract) {
        return new Named(
                version.id().value(),
                version.title(),
                version.number(),
                version.fileName(),
                "/contracts/" + contract + "/documents/" + version.id());
    }
}
