package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls.Answer;

/** What was signed is brought to the gate by programs. */
public final class ExecutedByApi {

    private ExecutedByApi() {}

    /** Brings the very files that were decided on, and says who signed them today. */
    static Map<String, Object> brought(ReviewByApi review, String person) {
        String documents = "/api/contracts/" + review.contract + "/documents";
        review.api.get(person, documents).body().forEach(document -> {
            byte[] original = review.api.bytes(
                    person, documents + "/" + document.path("id").asString() + "/original");
            Answer brought = review.api.upload(
                    person,
                    review.path() + "/executed-copies",
                    document.path("fileName").asString(),
                    original);
            assertThat(brought.status()).as(brought.toString()).isEqualTo(201);
        });
        return signed(review, person);
    }

    /** Says of the copies that were brought who signed them today. */
    static Map<String, Object> signed(ReviewByApi review, String person) {
        return signed(review.api
                .get(person, review.path() + "/executed-copies")
                .body()
                .path("copies")
                .valueStream()
                .map(copy -> copy.path("id").asString())
                .toList());
    }

    /** @param copies ids of the executed copies that were brought */
    public static Map<String, Object> signed(List<String> copies) {
        return Map.of(
                "same",
                true,
                "copies",
                copies,
                "companySignatory",
                "Sofia Marin, Head of Sales",
                "customerSignatory",
                "Jane Doe, Contracting Officer",
                "signedOn",
                LocalDate.now(ZoneOffset.UTC).toString());
    }
}
