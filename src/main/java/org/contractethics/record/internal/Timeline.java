package org.contractethics.record.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The timeline on the case page and the pages of what happened before it: newest first, and for each reader what they may see. */
@Component
public class Timeline implements CasePanel {

    private static final int SHOWN = 30;
    private static final int ORDER = 900;

    /** Entries read at once to find those that the viewer may see. */
    private static final int READ = 500;

    private final RecordReader record;
    private final ReadingRules rules;
    private final ActorNames actors;
    private final ConcernKnowledge concerns;
    private final RecordProofs proofs;

    Timeline(
            RecordReader record,
            ReadingRules rules,
            ActorNames actors,
            ConcernKnowledge concerns,
            RecordProofs proofs) {
        this.record = record;
        this.rules = rules;
        this.actors = actors;
        this.concerns = concerns;
        this.proofs = proofs;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        Page page = below(contract, Long.MAX_VALUE, viewer);
        return Optional.of(new View(
                ORDER,
                Column.SIDE,
                "record/panel",
                Map.of(
                        "events",
                        page.events(),
                        "earlier",
                        page.earlier(),
                        "mayReadAll",
                        rules.mayReadAll(viewer),
                        "contract",
                        contract.toString())));
    }

    /** What happened before this entry, as far as the viewer may see it. */
    public Page below(ContractId contract, long before, Actor viewer) {
        List<RecordEntry> visible = visible(contract, before, viewer);
        Map<String, String> names = new HashMap<>();
        List<Event> events = visible.stream()
                .limit(SHOWN)
                .map(entry -> event(entry, viewer, names))
                .toList();
        return new Page(
                events,
                visible.size() <= SHOWN
                        ? ""
                        : "/contracts/" + contract + "/timeline?before="
                                + visible.get(SHOWN - 1).index());
    }

    /** One more than are shown, where there are: what the viewer may not see never fills a page or leads to an empty one. */
    private List<RecordEntry> visible(ContractId contract, long before, Actor viewer) {
        Predicate<RecordEntry> shown = rules.onTimeline(viewer);
        List<RecordEntry> visible = new ArrayList<>();
        long below = before;
        boolean more = true;
        while (more && visible.size() <= SHOWN) {
            List<RecordEntry> read = record.newest(EntryFilter.ofContract(contract), below, READ);
            read.stream().filter(shown).limit(SHOWN + 1L - visible.size()).forEach(visible::add);
            more = read.size() == READ;
            below = more ? read.get(READ - 1).index() : below;
        }
        return visible;
    }

    private Event event(RecordEntry entry, Actor viewer, Map<String, String> names) {
        return new Event(
                entry,
                Wording.sentence(rules.told(entry, viewer)),
                who(entry, names),
                link(entry, viewer),
                rules.mayRead(entry.kind(), viewer),
                standing(entry));
    }

    /** A decision has to be provable; of the rest the page of the entry tells. */
    private @Nullable String standing(RecordEntry entry) {
        if (!entry.kind().equals("decision-recorded")) {
            return null;
        }
        return proofs.witnessed(entry.index()) ? "Recorded" : "Not yet witnessed";
    }

    /** Who acted, and for whom where a delegate did. */
    private String who(RecordEntry entry, Map<String, String> names) {
        String actor = names.computeIfAbsent(entry.actor(), actors::name);
        return entry.text("onBehalfOf")
                .map(holder -> actor + " on behalf of " + names.computeIfAbsent(holder, actors::name))
                .orElse(actor);
    }

    /** Where the thing itself can be seen, for those who may. */
    private @Nullable String link(RecordEntry entry, Actor viewer) {
        if (entry.kind().startsWith("document-") && entry.contract() != null) {
            return entry.text("versionId")
                    .map(version -> "/contracts/" + entry.contract() + "/documents/" + version)
                    .orElse(null);
        }
        return entry.concern()
                .filter(concern -> concerns.mayOpen(concern, viewer))
                .map(concern -> "/concerns/" + concern)
                .orElse(null);
    }

    /**
     * Some lines of the timeline.
     *
     * @param earlier address of those before them; empty where there is nothing that this viewer may see
     */
    public record Page(List<Event> events, String earlier) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /**
     * One line of the timeline.
     *
     * @param sentence what happened
     * @param who name of the person or of the system
     * @param link page of the thing itself; null where there is none for this viewer
     * @param entryReadable whether the viewer may open the entry of the record
     * @param standing of a decision: whether witnesses outside have cosigned it; null for other entries
     */
    public record Event(
            RecordEntry entry,
            String sentence,
            String who,
            @Nullable String link,
            boolean entryReadable,
            @Nullable String standing) {

        /** Whether a person acted, so that the page can tell person and system apart. */
        public boolean byPerson() {
            return !entry.actor().equals(Actor.SYSTEM.username()) && !entry.dayOnly();
        }
    }
}
