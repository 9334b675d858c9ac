package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells what was looked for beside the words themselves, and how to look for the words alone. */
@Service
public class AlsoSearched {

    private final PlainWords plain;

    AlsoSearched(PlainWords plain) {
        this.plain = plain;
    }

    /** Names of the concepts recognised in the words; empty where none was, or where operators ask for the words alone. */
    public List<String> names(SearchQuery query) {
        return plain.recognised(query).stream()
                .map(found -> found.concept().name())
                .toList();
    }

    /** The same words, each demanded by an operator: no concept is looked for then. */
    public String wordsOnly(SearchQuery query) {
        return Arrays.stream(query.words().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "+" + word)
                .collect(Collectors.joining(" "));
    }
}
