package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an alert has to tell, put together piece by piece until it is enough. */
final class News {

    private final int most;
    private final List<ClauseDocument> clauses = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private boolean more;

    News(int most) {
        this.most = most;
    }

    /** The same words of a document are one piece of news. */
    static String wordsOf(ClauseDocument clause) {
        return clause.documentId() + " " + NewWording.of(clause.text());
    }

    /** Whether there is room for more. */
    boolean add(List<ClauseDocument> piece) {
        for (ClauseDocument clause : piece) {
            if (words.add(wordsOf(clause))) {
                if (clauses.size() == most) {
                    more = true;
                    return false;
                }
                clauses.add(clause);
            }
        }
        return true;
    }

    List<ClauseDocument> clauses() {
        return List.copyOf(clauses);
    }

    /** Whether something was left out because it was too much. */
    boolean more() {
        return more;
    }
}
