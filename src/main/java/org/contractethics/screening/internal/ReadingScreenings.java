package org.contractethics.screening.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.screening.Screenings;
import org.contractethics.screening.internal.HitReader.LastRun;
import org.contractethics.screening.internal.ListStore.RefusedList;
import org.contractethics.screening.internal.ListsInForce.Held;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the screening stands: of a contract, of all of them, and of the lists. */
@Service
public class ReadingScreenings implements Screenings {

    private static final int MOST_LISTED = 500;
    private static final Set<PartyRole> AWARDING = Set.of(PartyRole.AWARDING_AGENCY, PartyRole.AWARDING_PARENT);

    private final HitReader reader;
    private final ListStore lists;
    private final ListsInForce inForce;
    private final ScreeningRights rights;
    private final Clock clock;

    ReadingScreenings(HitReader reader, ListStore lists, ListsInForce inForce, ScreeningRights rights, Clock clock) {
        this.reader = reader;
        this.lists = lists;
        this.inForce = inForce;
        this.rights = rights;
        this.clock = clock;
    }

    /** Everything of one contract, for whoever may know of it. */
    public record OfContract(@Nullable Instant screenedAt, List<AskedList> lists, List<Hit> hits) {

        public OfContract {
            lists = List.copyOf(lists);
            hits = List.copyOf(hits);
        }

        /** How many nobody cleared. */
        public long standing() {
            return hits.stream().filter(hit -> hit.state().stands()).count();
        }
    }

    /** A hit of a contract that the viewer may know. */
    public record Listed(Hit hit, Contract contract) {}

    /**
     * A source with its versions, the newest first.
     *
     * @param staleSince since when the newest is too old; null where it is not, or there is none
     * @param refused the file that was not taken since; null where there is none
     */
    public record SourceState(
            ListSource source,
            List<ListVersion> versions,
            @Nullable LocalDate staleSince,
            @Nullable RefusedList refused) {

        public SourceState {
            versions = List.copyOf(versions);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public ContractScreening of(ContractId contract) {
        OfContract all = everything(contract);
        return new ContractScreening(all.screenedAt(), all.lists(), standing(all, Set.of(PartyRole.values())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AgencyScreening> ofAgency(ContractId contract, Actor viewer) {
        return of(contract, viewer).map(all -> new AgencyScreening(all.screenedAt(), standing(all, AWARDING)));
    }

    private static List<StandingHit> standing(OfContract all, Set<PartyRole> parties) {
        return all.hits().stream()
                .filter(hit -> hit.state().stands() && parties.contains(hit.role()))
                .map(hit -> new StandingHit(
                        hit.role().label(),
                        hit.party(),
                        hit.matchedName(),
                        hit.list(),
                        hit.band() == Band.STRONG,
                        hit.state().label(),
                        hit.bars()))
                .toList();
    }

    /** Empty for whoever may not know of it. */
    @Transactional(readOnly = true)
    public Optional<OfContract> of(ContractId contract, Actor viewer) {
        return rights.mayRead(contract, viewer) ? Optional.of(everything(contract)) : Optional.empty();
    }

    private OfContract everything(ContractId contract) {
        Optional<LastRun> last = reader.lastRun(contract);
        List<AskedList> asked = new ArrayList<>();
        for (Held held : inForce.all()) {
            asked.add(asked(held, last.map(LastRun::versions).orElse(Map.of())));
        }
        return new OfContract(last.map(LastRun::at).orElse(null), asked, reader.of(contract, today()));
    }

    /** Only the version in force counts: a contract that was screened against the one before waits for its turn. */
    private AskedList asked(Held held, Map<UUID, UUID> versions) {
        ListVersion version = held.version();
        if (version == null) {
            return new AskedList(held.source().name(), null, null, false);
        }
        return new AskedList(
                held.source().name(),
                version.statedOn(),
                held.source().staleSince(version.statedOn(), today()),
                version.id().equals(versions.get(held.sourceId())));
    }

    @Transactional(readOnly = true)
    public List<Listed> all(@Nullable Band band, @Nullable HitState state, Actor viewer) {
        List<Hit> hits = reader.all(band, state, today(), MOST_LISTED);
        Map<ContractId, Contract> readable =
                rights.readable(hits.stream().map(Hit::contract).distinct().toList(), viewer);
        List<Listed> listed = new ArrayList<>();
        for (Hit hit : hits) {
            Contract contract = readable.get(hit.contract());
            if (contract != null) {
                listed.add(new Listed(hit, contract));
            }
        }
        return listed;
    }

    @Transactional(readOnly = true)
    public List<SourceState> sources() {
        List<ListVersion> versions = lists.versions();
        return lists.sources().stream()
                .map(source -> state(
                        source,
                        versions.stream()
                                .filter(version -> version.source().equals(source.id()))
                                .toList()))
                .toList();
    }

    public SourceState source(UUID id) {
        return sources().stream()
                .filter(state -> state.source().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such source of a list."));
    }

    private SourceState state(ListSource source, List<ListVersion> versions) {
        LocalDate stale =
                versions.isEmpty() ? null : source.staleSince(versions.get(0).statedOn(), today());
        return new SourceState(
                source, versions, stale, lists.lastRefusal(source.id()).orElse(null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
