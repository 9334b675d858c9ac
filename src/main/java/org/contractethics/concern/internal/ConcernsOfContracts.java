package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.internal.TellingHandlers.ConcernNews;
import org.contractethics.concern.internal.TellingHandlers.News;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The concerns as the other modules see them. */
@Service
class ConcernsOfContracts implements Concerns, OpenConcerns {

    private static final Logger log = LoggerFactory.getLogger(ConcernsOfContracts.class);

    private static final String ACKNOWLEDGE = "acknowledge-concern";
    private static final String DECIDE_APPEAL = "decide-concern-appeal";

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final WeighingConcerns weighing;
    private final Matters matters;
    private final AppealedConcerns appeals;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConcernsOfContracts(
            ConcernStore concerns,
            ConcernRights rights,
            WeighingConcerns weighing,
            Matters matters,
            AppealedConcerns appeals,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.rights = rights;
        this.weighing = weighing;
        this.matters = matters;
        this.appeals = appeals;
        this.announcing = announcing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public int openOn(ContractId contract, Actor viewer) {
        return weighing.openOn(contract, viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public String openInWords(ContractId contract, Actor viewer) {
        return weighing.openInWords(contract, viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenConcern> openConcerns(ContractId contract, Actor viewer) {
        return weighing.knownOpenOn(contract, viewer).stream()
                .map(concern -> new OpenConcern(concern.id(), topic(concern)))
                .toList();
    }

    private String topic(Concern concern) {
        String topic = concern.topic().label();
        ConcernMatter matter = concern.matter();
        if (matter != null) {
            return topic + ", about: " + matters.inWords(matter);
        }
        return concern.agency() == null ? topic : topic + ", about the agency of the contract";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean letterOpenOn(ContractId contract) {
        return concerns.letterOpenOn(contract);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ContractId, Integer> openOn(Collection<ContractId> contracts, Actor viewer) {
        return weighing.openOn(contracts, viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public Handling handlingOf(Collection<ConcernId> ids) {
        if (ids.isEmpty()) {
            return (concern, officer) -> false;
        }
        List<Concern> found = concerns.findAll(ids);
        Map<ConcernId, Concern> byId = found.stream().collect(Collectors.toMap(Concern::id, concern -> concern));
        KeptFrom kept = rights.keptFrom(found);
        return new Handling() {

            @Override
            public boolean mayHandle(ConcernId id, Actor officer) {
                return Optional.ofNullable(byId.get(id))
                        .filter(concern -> rights.mayHandle(concern, officer, kept))
                        .isPresent();
            }

            @Override
            public List<String> objections(ConcernId id, String task, Actor officer) {
                return !task.equals(DECIDE_APPEAL)
                                || Optional.ofNullable(byId.get(id))
                                        .filter(concern -> rights.mayRuleOnAppeal(concern, officer))
                                        .isPresent()
                        ? List.of()
                        : List.of("The board committee rules on appeals, and nobody who gave the answer.");
            }
        };
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayHandle(ConcernId id, Actor officer) {
        return concerns.find(id)
                .filter(concern -> rights.mayHandle(concern, officer))
                .isPresent();
    }

    @Override
    @Transactional
    public void announce() {
        announcing.announceBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isDone(ConcernId id, String task) {
        Concern concern = concerns.get(id);
        return switch (task) {
            case ACKNOWLEDGE -> concern.status() != ConcernStatus.RECEIVED;
            case DECIDE_APPEAL -> !appeals.isOpen(id);
            default -> !concern.open();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate filedOn(ConcernId id) {
        return concerns.get(id).filedOn();
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate decideAppealBy(ConcernId id) {
        return appeals.decideBy(id);
    }

    @Override
    @Transactional
    public void remind(ConcernId id) {
        concerns.find(id).filter(this::waits).ifPresent(concern -> {
            News news = concern.open() ? News.SOON : News.RULING_SOON;
            events.publishEvent(new ConcernNews(id, news));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate acknowledgeBy(ConcernId id) {
        return concerns.get(id).acknowledgeBy();
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate answerBy(ConcernId id) {
        return concerns.get(id).answerBy();
    }

    @Override
    @Transactional
    public void escalate(ConcernId id) {
        concerns.lock(id).filter(this::waits).ifPresent(concern -> {
            Instant now = clock.instant();
            concerns.escalated(id, LocalDate.ofInstant(now, ZoneOffset.UTC));
            events.publishEvent(ConcernFact.escalated(concern, now));
            events.publishEvent(new ConcernNews(id, News.OVERDUE));
            log.info("concern escalated concern={}", id);
        });
    }

    private boolean waits(Concern concern) {
        return appeals.isOpen(concern.id())
                || (concern.open() && concerns.withdrawnOn(concern.id()).isEmpty());
    }
}
