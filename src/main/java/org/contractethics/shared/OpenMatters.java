package org.contractethics.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Concerns about capabilities, the policy and the process that wait for an answer, never a text or a filer. Implemented by the concerns. */
public interface OpenMatters {

    /**
     * As far as the viewer may know of them, in an order that tells nothing, at this moment: for whoever has to weigh each of them, and
     * never to be counted on a page.
     */
    List<OpenMatter> open(ConcernMatter.Kind kind, Actor viewer);

    /** The same as it stood when the last day was over: what filers did since shows to nobody who looks again and again. */
    List<OpenMatter> told(ConcernMatter.Kind kind, Actor viewer);

    /** How many of these there are, by the words of what they are about. */
    default Map<String, Integer> counted(ConcernMatter.Kind kind, Actor viewer) {
        return told(kind, viewer).stream()
                .collect(Collectors.toMap(OpenMatter::words, any -> 1, Integer::sum, TreeMap::new));
    }

    /**
     * @param topic as shown on screen
     * @param words what it is about, as shown on screen
     */
    record OpenMatter(ConcernId id, String topic, ConcernMatter matter, String words) {}
}
