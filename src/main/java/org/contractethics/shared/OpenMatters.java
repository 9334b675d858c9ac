package org.contractethics.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Concerns about capabilities, the policy and the process that wait for an answer, never a text or a filer. Implemented by the concerns. */
public interface OpenMatters {

    /** As far as the viewer may know of them, in an order that tells nothing. */
    List<OpenMatter> open(ConcernMatter.Kind kind, Actor viewer);

    /** How many there are, by the words of what they are about. */
    default Map<String, Integer> counted(ConcernMatter.Kind kind, Actor viewer) {
        return open(kind, viewer).stream()
                .collect(Collectors.toMap(OpenMatter::words, any -> 1, Integer::sum, TreeMap::new));
    }

    /**
     * @param topic as shown on screen
     * @param words what it is about, as shown on screen
     */
    record OpenMatter(ConcernId id, String topic, ConcernMatter matter, String words) {}
}
