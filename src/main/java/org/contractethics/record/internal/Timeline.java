package org.contractethics.record.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The timeline on the case page: what happened to a contract, newest first. */
@Component
class Timeline implements CasePanel {

    private static final int SHOWN = 30;
    private static final int ORDER = 900;

    /** Entries read to find those that the viewer may see. */
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
        List<RecordEntry> visible = record.newest(EntryFilter.ofContract(contract), Long.MAX_VALUE, READ).stream()
                .filter(rules.onTimeline(viewer))
                .toList();
        Map<String, String> names = new HashMap<>();
        List<Event> events = visible.stream()
                .limit(SHOWN)
                .map(entry -> event(entry, viewer, names))
                .toList();
        return Optional.of(new View(
                ORDER,
                Column.SIDE,
                "record/panel",
                Map.of(
                        "events",
                        events,
                        "more",
                        visible.size() > SHOWN,
                        "mayReadAll",
                        rules.mayReadAll(viewer),
                        "contract",
                        contract.toString())));
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
