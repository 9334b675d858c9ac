package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Service;

/** What somebody may be about to type: own saved searches, and agencies of contracts they may read. */
@Service
public class Suggesting {

    private static final int SHORTEST = 2;
    private static final int MOST = 8;

    private final SavedSearches saved;
    private final AgenciesToRead agencies;

    Suggesting(SavedSearches saved, AgenciesToRead agencies) {
        this.saved = saved;
        this.agencies = agencies;
    }

    /**
     * @param words to search for
     * @param label what it is
     */
    public record Suggestion(String words, String label) {}

    /** Never fails: without an answer of the cluster nothing is suggested. */
    public List<Suggestion> to(String typed, Actor viewer) {
        String begun = typed.strip().toLowerCase(Locale.ROOT);
        var suggestions = new ArrayList<Suggestion>();
        if (begun.length() < SHORTEST || begun.length() > SearchQuery.MAX_CHARACTERS) {
            return suggestions;
        }
        saved.of(viewer).stream()
                .filter(search -> search.name().toLowerCase(Locale.ROOT).contains(begun))
                .limit(MOST)
                .forEach(search -> suggestions.add(
                        new Suggestion(QueryAddress.read(search.query()).words(), "Saved search: " + search.name())));
        agencies.containing(begun, viewer).stream()
                .limit(MOST)
                .forEach(agency -> suggestions.add(
                        new Suggestion("agency:\"" + agency.replace("\"", "") + "\"", "Agency: " + agency)));
        return suggestions;
    }
}
