package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contractethics.access.Pager;
import org.contractethics.contract.AwardingAgencies;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what an agency awarded out of the register; the viewer is part of every query, as in {@link RegisterSearch}. */
@Component
class AwardsOfAgency implements AwardingAgencies {

    private static final String LISTED = "The list of agencies in force";

    private static final String OF_AGENCY = " where c.awarding_name = :agency";

    private static final String NOT_WITHHELD = " and (c.submitter = :owner or " + Redactions.AGENCY_SHOWN + ")";

    private final JdbcClient jdbc;
    private final ContractRegister register;
    private final RegisterLines lines;
    private final AgencyDirectories directories;

    AwardsOfAgency(JdbcClient jdbc, ContractRegister register, RegisterLines lines, AgencyDirectories directories) {
        this.directories = directories;
        this.jdbc = jdbc;
        this.register = register;
        this.lines = lines;
    }

    @Override
    public Optional<Described> of(ContractId contract, Actor viewer) {
        return Visibility.maySeeRegister(viewer)
                ? register.find(contract)
                        .filter(known -> lines.of(known, viewer).agency() != null)
                        .map(known -> described(known, Visibility.mayReadFacts(known, viewer)))
                : Optional.empty();
    }

    private Described described(Contract contract, boolean facts) {
        Agency registered = contract.awardingAgency();
        AgencyDirectory directory = directories.inForce();
        Agency agency =
                directory.agency(registered.name(), registered.parent(), registered.type(), registered.country());
        String stated = facts
                ? "Stated with " + contract.reference() + ": " + SourceLabel.of(contract.source())
                : "Stated with " + contract.reference();
        return new Described(
                registered.name(),
                facts ? registered.parent() : null,
                agency.type(),
                directory.knows(registered.name()) ? LISTED : stated,
                agency.country(),
                Countries.label(agency.country()),
                directory.knowsCountry(registered.name()) ? LISTED : stated);
    }

    @Override
    public Awards awardedBy(String agency, int page, Actor viewer) {
        Visibility.demandRegister(viewer);
        Map<ContractState, Integer> states = states(agency, viewer);
        int total = states.values().stream().mapToInt(Integer::intValue).sum();
        int shown = Math.min(Math.max(1, page), Pager.pages(total, PAGE));
        return new Awards(awards(agency, shown, viewer), states, shown, !Visibility.mayReadAllFacts(viewer));
    }

    private Map<ContractState, Integer> states(String agency, Actor viewer) {
        Map<ContractState, Integer> states = new EnumMap<>(ContractState.class);
        bind(
                        "select c.state, count(*) as contracts from contract.contract c" + where(viewer)
                                + " group by c.state",
                        agency,
                        viewer)
                .query((row, number) ->
                        Map.entry(ContractState.valueOf(row.getString("state")), row.getInt("contracts")))
                .list()
                .forEach(counted -> states.put(counted.getKey(), counted.getValue()));
        return states;
    }

    private List<Award> awards(String agency, int page, Actor viewer) {
        List<Contract> found = bind(
                        ContractMapper.SELECT + where(viewer)
                                + " order by c.outcome is null, c.tier is null, c.number desc limit " + PAGE
                                + " offset "
                                + (page - 1) * PAGE,
                        agency,
                        viewer)
                .query(ContractMapper::map)
                .list()
                .stream()
                .map(RegisterEntry::contract)
                .toList();
        List<RegisterLine> shown = lines.of(found, viewer);
        return IntStream.range(0, found.size())
                .mapToObj(row -> award(shown.get(row), Visibility.mayReadFacts(found.get(row), viewer)))
                .toList();
    }

    private static Award award(RegisterLine line, boolean facts) {
        return new Award(
                line.id(),
                line.reference(),
                line.name(),
                line.state(),
                line.tier(),
                line.outcome(),
                facts,
                line.title() == null || !line.redacted().isEmpty());
    }

    private static String where(Actor viewer) {
        return OF_AGENCY + (Visibility.mayReadAllFacts(viewer) ? "" : NOT_WITHHELD);
    }

    private StatementSpec bind(String sql, String agency, Actor viewer) {
        return jdbc.sql(sql)
                .param("agency", agency)
                .param("owner", Visibility.owner(viewer))
                .param("today", Date.valueOf(lines.today()));
    }
}
