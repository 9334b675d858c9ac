package org.contractethics.screening.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.screening.internal.HitStore.ClosedWhy;
import org.contractethics.screening.internal.ListsInForce.Held;
import org.contractethics.screening.internal.matching.Match;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the named parties of a contract against every list in force. The same parties and lists bring about nothing new. */
@Service
class ScreeningContracts {

    /** A name that is near more entries of one list than this says nothing by the ones behind them. */
    private static final int MOST_OF_A_LIST = 25;

    private static final Logger log = LoggerFactory.getLogger(ScreeningContracts.class);

    private final ContractRegister contracts;
    private final ListsInForce lists;
    private final ListStore listed;
    private final HitStore hits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScreeningContracts(
            ContractRegister contracts,
            ListsInForce lists,
            ListStore listed,
            HitStore hits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.lists = lists;
        this.listed = listed;
        this.hits = hits;
        this.events = events;
        this.clock = clock;
    }

    private record Near(Party party, UUID version, Match match) {}

    private record Run(UUID id, ContractId contract, Map<UUID, UUID> versions, Instant now) {}

    /** A contract that is gone, or no list in force, is no screening: nothing is kept that could be read as one. */
    @Transactional
    public void screen(ContractId id) {
        hits.lock(id);
        List<Held> held = lists.all();
        Map<UUID, UUID> versions = versions(held);
        if (!versions.isEmpty()) {
            contracts.find(id).ifPresent(contract -> screen(contract, held, versions));
        }
    }

    private static Map<UUID, UUID> versions(List<Held> held) {
        Map<UUID, UUID> versions = new HashMap<>();
        for (Held one : held) {
            ListVersion version = one.version();
            if (version != null) {
                versions.put(one.sourceId(), version.id());
            }
        }
        return versions;
    }

    private void screen(Contract contract, List<Held> held, Map<UUID, UUID> versions) {
        List<Party> parties = Party.of(contract);
        Run run = new Run(UUID.randomUUID(), contract.id(), versions, clock.instant());
        Map<HitStore.Key, Near> near = near(parties, versions);
        Map<HitStore.Key, HitStore.Open> open =
                hits.open(contract.id()).stream().collect(Collectors.toMap(HitStore.Open::key, Function.identity()));
        hits.addRun(run.id(), contract.id(), contract.version(), parties.size(), held, run.now());
        near.forEach((key, found) -> note(run, key, found, open.get(key)));
        List<String> present = parties.stream().map(Party::hash).toList();
        open.values().stream().filter(one -> !near.containsKey(one.key())).forEach(one -> close(run, one, present));
        log.info("contract screened contract={} parties={} hits={}", contract.id(), parties.size(), near.size());
    }

    private Map<HitStore.Key, Near> near(List<Party> parties, Map<UUID, UUID> versions) {
        Map<HitStore.Key, Near> near = new HashMap<>();
        for (Party party : parties) {
            String hash = party.hash();
            versions.forEach((source, version) -> lists.index(version)
                    .match(party.subject(), MOST_OF_A_LIST)
                    .forEach(match -> near.put(
                            new HitStore.Key(hash, source, match.entry().id()), new Near(party, version, match))));
        }
        return near;
    }

    private void note(Run run, HitStore.Key key, Near near, HitStore.@Nullable Open known) {
        if (known != null && known.saysTheSame(near.match())) {
            return;
        }
        UUID hit = known == null ? UUID.randomUUID() : known.id();
        int number = known == null ? 1 : known.number() + 1;
        if (known == null) {
            hits.addHit(hit, run.contract(), near.party(), key, run.id(), run.now());
        }
        hits.addEvidence(hit, number, key.source(), near.version(), near.match(), run.now());
        publish(
                run,
                known == null ? "screening-hit-found" : "screening-hit-changed",
                Map.of(
                        "hitId", hit.toString(),
                        "number", number,
                        "sourceId", key.source().toString(),
                        "versionId", near.version().toString(),
                        "entryHash", near.match().entry().hash(),
                        "partyHash", key.party(),
                        "role", near.party().role().name(),
                        "band", near.match().band().name()));
    }

    private void close(Run run, HitStore.Open open, List<String> present) {
        UUID version = run.versions().get(open.key().source());
        ClosedWhy why = ClosedWhy.NO_LONGER_NEAR;
        if (!present.contains(open.key().party())) {
            why = ClosedWhy.PARTY_GONE;
        } else if (version != null && !listed.holds(version, open.key().entry())) {
            why = ClosedWhy.ENTRY_GONE;
        }
        hits.close(open.id(), why, run.id(), run.now());
        publish(run, "screening-hit-closed", Map.of("hitId", open.id().toString(), "why", why.name()));
    }

    private void publish(Run run, String kind, Map<String, Object> facts) {
        events.publishEvent(new ScreeningFact(kind, run.contract(), Actor.SYSTEM.username(), run.now(), facts));
    }
}
