package org.contractethics.search.internal;

import java.util.List;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.search.internal.PackContracts.PackClause;

/** Clauses as the index holds them, readable to reviewers. */
final class PackDocuments {

    private PackDocuments() {}

    static ClauseDocument of(PackClause found) {
        ClauseText clause = found.clause();
        return of(found.contract(), found.ordinal(), clause.number(), clause.heading(), clause.text());
    }

    static ClauseDocument of(String contract, int ordinal, String number, String heading, String text) {
        return new ClauseDocument(
                contract,
                contract,
                contract,
                "Agency",
                List.of(),
                List.of(),
                null,
                null,
                "REGISTERED",
                null,
                false,
                List.of("HR_REVIEWER"),
                List.of(),
                "f",
                contract,
                contract,
                "PDF",
                contract,
                1,
                true,
                ordinal,
                "body",
                number,
                heading,
                text,
                null,
                List.of(),
                null);
    }
}
