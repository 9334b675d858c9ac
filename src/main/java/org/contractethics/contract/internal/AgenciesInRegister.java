package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds agencies by the contracts they awarded. */
@Component
class AgenciesInRegister implements RegisteredAgencies {

    private static final String NAMED =
            "select c.awarding_name from contract.contract c where lower(c.awarding_name) = any(:names) ";

    private static final String SHOWN_TO_STAFF = "and (c.submitter = :owner or " + Redactions.AGENCY_SHOWN + ")";

    private static final String PUBLISHED =
            "and c.source in ('USASPENDING', 'OCDS') and c.secrecy = 'NONE' and " + Redactions.AGENCY_SHOWN;

    private final JdbcClient jdbc;
    private final ContractRegister register;
    private final RegisterLines lines;
    private final AgencyDirectories directories;

    AgenciesInRegister(JdbcClient jdbc, ContractRegister register, RegisterLines lines, AgencyDirectories directories) {
        this.directories = directories;
        this.jdbc = jdbc;
        this.register = register;
        this.lines = lines;
    }

    @Override
    public Optional<String> find(String typed, Actor viewer) {
        if (!Visibility.maySeeRegister(viewer)) {
            return published(typed);
        }
        return first(typed, Visibility.mayReadAllFacts(viewer) ? "" : SHOWN_TO_STAFF, Visibility.owner(viewer));
    }

    @Override
    public Optional<String> published(String typed) {
        return first(typed, PUBLISHED, "");
    }

    private Optional<String> first(String typed, String condition, String owner) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        return jdbc.sql(NAMED + condition + " order by c.number limit 1")
                .param("names", names(typed))
                .param("owner", owner)
                .param("today", Date.valueOf(lines.today()))
                .query(String.class)
                .optional();
    }

    /** As typed, and by the one name that the list of agencies has for it. */
    private String[] names(String typed) {
        return Stream.of(Text.line(typed), nameInList(typed))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    public String listed(String typed) {
        return nameInList(typed);
    }

    private String nameInList(String typed) {
        return directories
                .inForce()
                .agency(typed, null, AgencyType.UNKNOWN, Countries.UNKNOWN)
                .name();
    }

    @Override
    public List<Awarded> contractsOf(String agency) {
        return jdbc.sql("select c.id, c.number, c.state, " + AwardsInForce.RUNS
                        + " as runs from contract.contract c where c.awarding_name = :agency order by c.number")
                .param("agency", agency)
                .param("today", Date.valueOf(lines.today()))
                .query((row, number) -> new Awarded(
                        new ContractId(row.getObject("id", UUID.class)),
                        RegisterEntry.reference(row.getLong("number")),
                        ContractState.valueOf(row.getString("state")),
                        row.getBoolean("runs")))
                .list();
    }

    @Override
    public Set<ContractId> known(Collection<ContractId> contracts, Actor viewer) {
        List<Contract> found =
                List.copyOf(register.findAll(Set.copyOf(contracts)).values());
        return lines.of(found, viewer).stream()
                .filter(line -> line.agency() != null)
                .map(RegisterLine::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
