package org.contractethics.contract.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.Money;
import org.contractethics.contract.internal.RegisterLine;
import org.contractethics.contract.internal.RegisterLines;
import org.contractethics.contract.internal.SecrecyLabel;
import org.contractethics.contract.internal.SourceLabel;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts of the contract. What is not known is shown as a gap, never left out (S1). */
@Component
class FactsPanel implements CasePanel {

    private static final int ORDER = 150;

    private final ContractRegister register;
    private final RegisterLines lines;
    private final CatalogueCapabilities capabilities;

    FactsPanel(ContractRegister register, RegisterLines lines, CatalogueCapabilities capabilities) {
        this.capabilities = capabilities;
        this.register = register;
        this.lines = lines;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        Contract contract = register.get(id);
        boolean readsFacts = Visibility.mayReadFacts(contract, viewer);
        List<Fact> facts = readsFacts ? facts(contract) : facts(lines.of(contract, viewer));
        return Optional.of(new View(
                ORDER,
                Column.MAIN,
                "contract/facts",
                Map.of(
                        "facts",
                        facts,
                        "description",
                        readsFacts ? contract.description() : "",
                        "readsFacts",
                        readsFacts,
                        "gaps",
                        readsFacts ? facts.stream().filter(Fact::gap).count() : 0L)));
    }

    private List<Fact> facts(Contract c) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Awarding agency", agency(c.awardingAgency())));
        AgencyType type = c.awardingAgency().type();
        facts.add(new Fact("Class of agency", type == AgencyType.UNKNOWN ? List.of() : List.of(type.label())));
        facts.add(stated("Agency's country", country(c.awardingAgency().country())));
        Agency funding = c.fundingAgency();
        facts.add(new Fact(
                "Funding agency",
                funding == null ? List.of("Not stated apart from the awarding agency") : agency(funding)));
        facts.add(stated("Supplier", c.supplier().equals(ContractDraft.NOT_AWARDED) ? List.of() : one(c.supplier())));
        facts.add(stated("Supplier's group", one(c.supplierParent())));
        facts.add(stated("Resellers", c.resellers()));
        facts.add(new Fact("End users", c.endUsers()));
        facts.add(new Fact("Capabilities", capabilities.inForce().labels(c.capabilities())));
        facts.add(new Fact("Kinds of data", Catalogue.dataKinds().labels(c.dataKinds())));
        facts.add(new Fact(
                "Countries of use", c.countries().stream().map(Countries::label).toList()));
        facts.add(stated("Amount committed", amount(c.value().obligatedMinor(), c.value())));
        facts.add(new Fact("Amount at most", amount(c.value().ceilingMinor(), c.value())));
        facts.add(stated("First day", day(c.period().start())));
        facts.add(new Fact("Last day", day(c.period().end())));
        facts.add(new Fact("Secrecy terms", List.of(SecrecyLabel.of(c.secrecy()))));
        facts.add(stated("Numbers", numbers(c)));
        facts.add(new Fact("Source", List.of(SourceLabel.of(c.source()))));
        return facts;
    }

    /** A fact without which a review has no gap: no table asks for it. */
    private static Fact stated(String label, List<String> values) {
        return new Fact(label, values.isEmpty() ? List.of("Not stated") : values);
    }

    /** Only what everyone in the company may know; a gap here would tell what is withheld, so nothing empty is listed. */
    private static List<Fact> facts(RegisterLine line) {
        ContractValue value = line.value();
        Contract.Period period = line.period();
        return Stream.of(
                        new Fact("Agency", one(line.agency())),
                        new Fact("Class of agency", one(line.agencyType().label())),
                        new Fact("Agency's country", country(line.country())),
                        new Fact("Supplier", one(line.supplier())),
                        new Fact("Capabilities", line.capabilities()),
                        new Fact("Amount committed", value == null ? List.of() : amount(value.obligatedMinor(), value)),
                        new Fact("First day", period == null ? List.of() : day(period.start())),
                        new Fact("Last day", period == null ? List.of() : day(period.end())))
                .filter(fact -> !fact.gap())
                .toList();
    }

    private static List<String> agency(Agency agency) {
        return agency.parent() == null ? List.of(agency.name()) : List.of(agency.name(), agency.parent());
    }

    private static List<String> country(String code) {
        return Countries.isCode(code) ? List.of(Countries.label(code)) : List.of();
    }

    private static List<String> amount(@Nullable Long minor, ContractValue value) {
        return minor == null ? List.of() : List.of(Money.shown(minor, value.currency()));
    }

    private static List<String> day(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(Times.words(day));
    }

    private static List<String> numbers(Contract c) {
        String piid = c.identifiers().piid();
        String parent = c.identifiers().parentPiid();
        String ocid = c.identifiers().ocid();
        return Arrays.asList(
                        piid == null ? "" : piid + " (contract number)",
                        parent == null ? "" : parent + " (framework)",
                        ocid == null ? "" : ocid + " (ocid)")
                .stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
