package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the documents of a contract, in the form the index can filter by. Asked of {@link Documents#mayRead} role by
 * role, so that the rule itself stands in one place only.
 */
record Readers(List<String> roles, List<String> users) {

    /** No account can have this name, so the answer depends on the role alone. */
    private static final String NOBODY = "-";

    static Readers of(Contract contract, Documents documents) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(role -> documents.mayRead(contract, new Actor(NOBODY, NOBODY, Set.of(role))))
                .map(Role::name)
                .toList();
        return new Readers(roles, submitterIfReader(contract, contract.submitter(), documents));
    }

    private static List<String> submitterIfReader(Contract contract, @Nullable String submitter, Documents documents) {
        if (submitter == null) {
            return List.of();
        }
        var owner = new Actor(submitter, submitter, Set.of(Role.SUBMITTER));
        return documents.mayRead(contract, owner) ? List.of(submitter) : List.of();
    }

    /**
     * The filter for what this person may read. An account owner reads only while in sales: what somebody else got by name would be taken
     * for an index that lags behind.
     */
    static Query including(Actor viewer) {
        List<FieldValue> roles =
                viewer.roles().stream().map(role -> FieldValue.of(role.name())).toList();
        var reader = new BoolQuery.Builder()
                .minimumShouldMatch("1")
                .should(s -> s.terms(t -> t.field("readerRoles").terms(v -> v.value(roles))));
        if (viewer.has(Role.SUBMITTER)) {
            reader.should(s -> s.term(t -> t.field("readerUsers").value(viewer.username())));
        }
        return reader.build()._toQuery();
    }
}
