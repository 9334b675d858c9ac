package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.contractethics.document.reference.CrossReference;
import org.contractethics.document.web.ClauseView.Fragment;
import org.contractethics.document.web.HitFinder.Hit;
import org.jspecify.annotations.Nullable;

/**
 * What is marked in the text of one clause: hits of a search, and words that name other clauses.
 *
 * @param confidence of the text recognition (OCR) of its page in per cent; null where the file itself has the words
 */
record Marks(List<Hit> hits, List<CrossReference> references, @Nullable Integer confidence) {

    Marks {
        hits = List.copyOf(hits);
        references = List.copyOf(references);
    }

    /** A stretch of the text, cut wherever a mark begins or ends. */
    List<Fragment> fragments(String text, int start, int end) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        hits.forEach(hit -> cuts.addAll(List.of(hit.start(), hit.end())));
        references.forEach(reference -> cuts.addAll(List.of(reference.start(), reference.end())));
        List<Fragment> fragments = new ArrayList<>();
        int from = start;
        for (int to : cuts.subSet(start, false, end, true)) {
            fragments.add(fragment(text, from, to));
            from = to;
        }
        return fragments;
    }

    private Fragment fragment(String text, int from, int to) {
        Hit hit = hits.stream()
                .filter(one -> one.start() <= from && to <= one.end())
                .findFirst()
                .orElse(null);
        String words = text.substring(from, to);
        return hit == null
                ? new Fragment(words, 0, false, target(from, to))
                : new Fragment(words, hit.number(), hit.start() == from, target(from, to));
    }

    private @Nullable Integer target(int from, int to) {
        return references.stream()
                .filter(one -> one.start() <= from && to <= one.end())
                .findFirst()
                .map(CrossReference::target)
                .orElse(null);
    }
}
