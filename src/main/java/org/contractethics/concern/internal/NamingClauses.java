package org.contractethics.concern.internal;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NamedClauses;
import org.contractethics.shared.NamedClauses.ClauseLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The clause that a filer names, looked up in the documents of the contract. Whether it stands in them is told to those who may read them,
 * and to nobody else: it would say what stands there.
 */
@Service
public class NamingClauses {

    private final NamedClauses clauses;

    NamingClauses(NamedClauses clauses) {
        this.clauses = clauses;
    }

    /** What somebody is told of a clause that was named. */
    public enum Told {
        /** None was named. */
        NOTHING_NAMED,
        /** No single contract was named, in whose documents it could be looked up. */
        NO_CONTRACT,
        /** They may not read the documents. */
        NOT_TOLD,
        FOUND,
        NOT_FOUND
    }

    /** @param links where it stands; empty unless it was found */
    public record Lookup(Told told, List<ClauseLink> links) {

        public Lookup {
            links = List.copyOf(links);
        }

        private Lookup(Told told) {
            this(told, List.of());
        }
    }

    /** For whoever is about to file it. */
    public Lookup before(@Nullable ContractId contract, String typed, Actor filer) {
        boolean told = contract != null && clauses.mayRead(contract, filer);
        return lookup(contract, told ? named(contract, typed) : unseen(typed), filer);
    }

    /** For whoever reads a concern that was filed. */
    public Lookup after(Concern concern, FiledWords words, Actor reader) {
        return lookup(concern.contract(), words.clauses(), reader);
    }

    /** What is kept of it. */
    ClausesNamed named(@Nullable ContractId contract, String typed) {
        return contract == null || typed.isBlank()
                ? unseen(typed)
                : new ClausesNamed(true, clauses.find(contract, typed));
    }

    private static ClausesNamed unseen(String typed) {
        return new ClausesNamed(!typed.isBlank(), List.of());
    }

    private Lookup lookup(@Nullable ContractId contract, ClausesNamed named, Actor reader) {
        if (!named.named()) {
            return new Lookup(Told.NOTHING_NAMED);
        }
        if (contract == null) {
            return new Lookup(Told.NO_CONTRACT);
        }
        if (!clauses.mayRead(contract, reader)) {
            return new Lookup(Told.NOT_TOLD);
        }
        List<ClauseLink> links = clauses.inWords(contract, named.places(), reader);
        return links.isEmpty() ? new Lookup(Told.NOT_FOUND) : new Lookup(Told.FOUND, links);
    }
}
