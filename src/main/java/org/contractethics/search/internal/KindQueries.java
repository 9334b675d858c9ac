package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import org.contractethics.search.internal.SearchQuery.Kind;

/** Looks at documents or at evidence alone; a search for both asks the cluster for no more than one without evidence would. */
final class KindQueries {

    private KindQueries() {}

    static void narrow(BoolQuery.Builder bool, Kind kind) {
        if (kind == Kind.DOCUMENTS) {
            bool.mustNot(n -> n.exists(e -> e.field(IndexedIncident.ID)));
        } else if (kind == Kind.EVIDENCE) {
            bool.filter(f -> f.exists(e -> e.field(IndexedIncident.ID)));
        }
    }
}
