package org.contractethics.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** What the hash of a document set stands for, and what has become of that set since. */
public interface DocumentSets {

    /**
     * What differs between the set this hash names and the current one; empty where the hash names no set of this contract, and
     * for a viewer who may not read its documents.
     */
    Optional<SetChange> since(ContractId contract, String hash, Actor viewer);

    /** Path of the page that shows {@link #since}. */
    static String page(ContractId contract, String hash) {
        return "/contracts/" + contract + "/document-changes?since=" + hash;
    }

    /** Path of the page that compares the two versions. */
    static String page(Replaced replaced) {
        return "/contracts/" + replaced.now().contract() + "/documents/"
                + replaced.now().id() + "/compare?from="
                + replaced.before().id();
    }

    /**
     * @param since hash of the set before
     * @param now hash of the current set
     */
    record SetChange(
            String since,
            String now,
            List<DocumentVersion> added,
            List<Replaced> replaced,
            List<DocumentVersion> removed,
            List<DocumentVersion> unchanged) {

        public SetChange {
            added = List.copyOf(added);
            replaced = List.copyOf(replaced);
            removed = List.copyOf(removed);
            unchanged = List.copyOf(unchanged);
        }

        /** The set before, by title. */
        public List<DocumentVersion> before() {
            return Stream.of(unchanged.stream(), replaced.stream().map(Replaced::before), removed.stream())
                    .flatMap(Function.identity())
                    .sorted(Comparator.comparing(DocumentVersion::title, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }

        public boolean none() {
            return added.isEmpty() && replaced.isEmpty() && removed.isEmpty();
        }

        /** "1 added, 2 replaced". */
        public String words() {
            List<String> words = new ArrayList<>();
            count(words, added.size(), "added");
            count(words, replaced.size(), "replaced");
            count(words, removed.size(), "removed");
            return words.isEmpty() ? "unchanged" : String.join(", ", words);
        }

        private static void count(List<String> words, int count, String what) {
            if (count > 0) {
                words.add(count + " " + what);
            }
        }
    }

    /** One document of which another version is current now. */
    record Replaced(DocumentVersion before, DocumentVersion now) {}
}
