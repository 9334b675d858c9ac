package org.contractethics.contract.internal.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.contract.internal.BadValue;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.Dates;
import org.contractethics.contract.internal.DraftRules;
import org.contractethics.contract.internal.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One release of a contracting process. Contact points and addresses of persons are never looked at. */
final class OcdsRelease {

    private static final Pattern TAG =
            Pattern.compile("(?i)</?(p|u|strong|b|i|em|br|div|span|ul|ol|li|h\\d|a|table|tr|td)\\b[^<>]{0,300}>");

    private final JsonNode release;
    private final Publisher publisher;
    private final AgencyDirectory agencies;
    private final Map<String, JsonNode> parties = new HashMap<>();

    OcdsRelease(JsonNode release, Publisher publisher, AgencyDirectory agencies) {
        this.agencies = agencies;
        this.release = release;
        this.publisher = publisher;
        for (JsonNode party : release.path("parties")) {
            parties.put(party.path("id").asString(""), party);
        }
    }

    ImportedRow row(int line) throws BadCell, BadValue {
        String ocid = Text.line(release.path("ocid").asString(""));
        if (ocid.isEmpty()) {
            throw new BadCell("ocid", "The release has no ocid. Without it the process cannot be told from others.");
        }
        List<AwardTransaction> transactions = new ArrayList<>();
        for (JsonNode award : release.path("awards")) {
            transactions.add(new OcdsAward(this, award, Kind.AWARD).transaction());
        }
        for (JsonNode contract : release.path("contracts")) {
            transactions.add(new OcdsAward(this, contract, Kind.CONTRACT).transaction());
        }
        return new ImportedRow(line, ContractKey.ocid(ocid), facts(ocid, transactions), transactions);
    }

    private Facts facts(String ocid, List<AwardTransaction> transactions) throws BadCell, BadValue {
        JsonNode tender = release.path("tender");
        JsonNode budget = release.path("planning").path("budget");
        JsonNode award = release.path("awards").path(0);
        JsonNode contract = release.path("contracts").path(0);
        Facts facts = new Facts();
        facts.identifiers = new Identifiers(null, null, ocid);
        facts.title = cut(
                firstText(
                        tender.path("title"),
                        contract.path("title"),
                        award.path("title"),
                        budget.path("project"),
                        budget.path("description")),
                DraftRules.MAX_TITLE);
        facts.description = description(tender, contract, award);
        facts.asOf = asOf();
        buyer(facts);
        facts.countries = deliveredTo(tender);
        if (transactions.isEmpty()) {
            money(tender.path("value"), "tender.value", facts);
            facts.start = date(tender.path("contractPeriod").path("startDate"), "tender.contractPeriod.startDate");
            facts.end = date(tender.path("contractPeriod").path("endDate"), "tender.contractPeriod.endDate");
        }
        if (facts.currency == null && facts.agency != null && Countries.isCode(facts.agency.country())) {
            Locale country =
                    new Locale.Builder().setRegion(facts.agency.country()).build();
            facts.currency = Optional.ofNullable(Currency.getInstance(country))
                    .map(Currency::getCurrencyCode)
                    .orElse(null);
        }
        return facts;
    }

    private void buyer(Facts facts) throws BadCell {
        JsonNode buyer = named(release.path("buyer"))
                .or(() -> named(release.path("tender").path("procuringEntity")))
                .or(() -> Stream.of("buyer", "procuringEntity")
                        .flatMap(role -> withRole(role).stream())
                        .findFirst())
                .orElse(null);
        if (buyer == null) {
            // later releases of a process need not repeat the buyer; a process without any is refused when it is stored
            return;
        }
        JsonNode party = parties.getOrDefault(buyer.path("id").asString(""), buyer);
        String country = Stream.of(party, buyer)
                .map(node -> node.path("address").path("countryName").asString(""))
                .flatMap(name -> Countries.code(name).stream())
                .findFirst()
                .orElseGet(publisher::country);
        facts.agency = agencies.agency(buyer.path("name").asString(""), null, AgencyType.UNKNOWN, country);
    }

    private Optional<JsonNode> withRole(String role) {
        return parties.values().stream()
                .filter(party -> party.path("roles").valueStream().anyMatch(r -> role.equals(r.asString(""))))
                .filter(party -> named(party).isPresent())
                .findFirst();
    }

    private static NavigableSet<String> deliveredTo(JsonNode tender) {
        NavigableSet<String> countries = new TreeSet<>();
        for (JsonNode item : tender.path("items")) {
            Stream.of("deliveryAddress", "deliveryLocation")
                    .flatMap(name ->
                            Countries.code(item.path(name).path("countryName").asString("")).stream())
                    .forEach(countries::add);
        }
        return countries;
    }

    private void money(JsonNode value, String path, Facts facts) throws BadCell {
        Long amount = OcdsAward.amount(value, path);
        if (amount != null && amount > 0) {
            facts.ceiling = amount;
            facts.currency = OcdsAward.currency(value, path);
        }
    }

    private @Nullable Instant asOf() throws BadCell {
        String text = release.path("date").asString("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notExact) {
            LocalDate day = date(release.path("date"), "date");
            return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @Nullable
    LocalDate date(JsonNode node, String path) throws BadCell {
        String text = node.asString("");
        try {
            return text.isBlank() ? null : Dates.iso(text);
        } catch (BadValue bad) {
            throw new BadCell(path, String.valueOf(bad.getMessage()));
        }
    }

    /** The supplier's name, or that it is a person; null where none is named. */
    @Nullable
    String supplier(JsonNode supplier) {
        String name = Text.line(supplier.path("name").asString(""));
        if (name.isEmpty()) {
            return null;
        }
        JsonNode party = parties.getOrDefault(supplier.path("id").asString(""), supplier);
        JsonNode identifier = party.has("identifier") ? party.path("identifier") : supplier.path("identifier");
        return Suppliers.isPerson(
                        name,
                        identifier.path("scheme").asString(""),
                        identifier.path("id").asString(""))
                ? Suppliers.PERSON
                : Text.cut(name, DraftRules.MAX_NAME);
    }

    private static @Nullable String description(JsonNode tender, JsonNode contract, JsonNode award) {
        String text = firstBlock(tender.path("description"), contract.path("description"), award.path("description"));
        return text.isEmpty() ? null : Text.cut(text, DraftRules.MAX_DESCRIPTION);
    }

    static String clean(JsonNode node) {
        return ContactData.removeFrom(Text.block(TAG.matcher(node.asString("")).replaceAll(" ")));
    }

    private static String firstBlock(JsonNode... nodes) {
        return Stream.of(nodes)
                .map(OcdsRelease::clean)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String firstText(JsonNode... nodes) {
        return Text.line(firstBlock(nodes));
    }

    private static @Nullable String cut(String text, int max) {
        return text.isEmpty() ? null : Text.cut(text, max);
    }

    private static Optional<JsonNode> named(JsonNode party) {
        return Text.line(party.path("name").asString("")).isEmpty() ? Optional.empty() : Optional.of(party);
    }
}
