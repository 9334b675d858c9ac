package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Named;
import org.contractethics.document.comparison.Comparison;
import org.contractethics.document.comparison.Comparison.Kind;
import org.contractethics.document.comparison.Comparison.Row;
import org.contractethics.document.internal.ReadingReferences.References;
import org.contractethics.document.internal.ReadingReferences.Term;
import org.contractethics.document.reference.CrossReference;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The shapes in which the API shows what was read off a document. */
final class ApiReading {

    private ApiReading() {}

    /** A clause with those below it. */
    record ApiNode(int ordinal, String number, String heading, @Nullable Integer page, List<ApiNode> clauses) {}

    static List<ApiNode> tree(List<Clause> clauses) {
        List<ApiNode> top = new ArrayList<>();
        List<ApiNode> all = new ArrayList<>();
        for (Clause clause : clauses) {
            ApiNode node =
                    new ApiNode(clause.ordinal(), clause.number(), clause.heading(), clause.page(), new ArrayList<>());
            all.add(node);
            Integer parent = clause.parent();
            (parent == null ? top : all.get(parent).clauses()).add(node);
        }
        return top;
    }

    /** @param undefined what is written like a term, with the clauses that use it */
    record ApiTerms(List<Term> terms, Map<String, List<Integer>> undefined) {

        static ApiTerms of(References references) {
            return new ApiTerms(references.terms(), references.undefined());
        }
    }

    /** @param target ordinal of the clause named; null where there is none */
    record ApiReference(int clause, int start, int end, String words, @Nullable Integer target) {

        static ApiReference of(CrossReference reference) {
            return new ApiReference(
                    reference.clause(), reference.start(), reference.end(), reference.words(), reference.target());
        }
    }

    /** @param missing why the document set is not read in full; empty where it is */
    record ApiIncorporated(List<Named> documents, List<String> missing) {

        static ApiIncorporated of(IncorporatedDocuments incorporated, ContractId contract) {
            return new ApiIncorporated(incorporated.named(contract), incorporated.missing(contract));
        }
    }

    /** @param differences only the paragraphs that differ */
    record ApiComparison(long changed, long added, long removed, long moved, List<Row> differences) {

        static ApiComparison of(Comparison comparison) {
            return new ApiComparison(
                    comparison.count(Kind.CHANGED),
                    comparison.count(Kind.ADDED),
                    comparison.count(Kind.REMOVED),
                    comparison.count(Kind.MOVED_HERE),
                    comparison.rows().stream().filter(Row::differs).toList());
        }
    }
}
