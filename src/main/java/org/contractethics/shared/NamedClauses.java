package org.contractethics.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the clauses that somebody means who names one by its number, its heading or words of it, in the newest versions of the documents
 * of a contract. Implemented by the documents.
 */
public interface NamedClauses {

    /** @param ordinal its place in that version of a document, by which the viewer is opened at it */
    record ClausePlace(DocumentVersionId version, int ordinal) {}

    /** @param words the document and its version, and the number and heading of the clause */
    record ClauseLink(DocumentVersionId version, int ordinal, String words) {}

    /** Those that are meant, the likeliest first, a handful at most; empty where none is. Asks for no reader: tell nobody who may not read them. */
    default List<ClausePlace> find(ContractId contract, String named) {
        return find(contract, Set.of(named)).getOrDefault(named, List.of());
    }

    /** The same for many names, with the texts read once; a name of no clause leads to an empty list or to none. */
    Map<String, List<ClausePlace>> find(ContractId contract, Set<String> named);

    /** Whether this person may read the documents of the contract. */
    boolean mayRead(ContractId contract, Actor viewer);

    /** Those of the places that are there still, in words, for somebody who may read them; nothing for anybody else. */
    List<ClauseLink> inWords(ContractId contract, List<ClausePlace> places, Actor viewer);
}
