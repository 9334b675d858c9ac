package org.contractethics.contract.internal.imports;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.contract.internal.BadValue;
import org.contractethics.contract.internal.DraftRules;
import org.contractethics.contract.internal.Money;
import org.contractethics.contract.internal.Text;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An award or a signed contract inside a release. */
final class OcdsAward {

    private static final Set<String> VOID = Set.of("cancelled", "unsuccessful", "terminated");

    private final OcdsRelease release;
    private final JsonNode node;
    private final Kind kind;
    private final String path;

    OcdsAward(OcdsRelease release, JsonNode node, Kind kind) {
        this.release = release;
        this.node = node;
        this.kind = kind;
        this.path = kind == Kind.AWARD ? "awards" : "contracts";
    }

    AwardTransaction transaction() throws BadCell {
        String id = Text.line(node.path("id").asString(""));
        if (id.isEmpty()) {
            throw new BadCell(path + ".id", "An award or contract without id cannot be told from others.");
        }
        String supplier = suppliers();
        JsonNode period = node.path(kind == Kind.AWARD ? "contractPeriod" : "period");
        JsonNode value = node.path("value");
        Long amount = amount(value, path + ".value");
        return new AwardTransaction(
                kind,
                key(id),
                awardKey(),
                actedOn(),
                amount,
                null,
                amount == null ? "USD" : currency(value, path + ".value"),
                release.date(period.path("startDate"), path + ".period.startDate"),
                release.date(period.path("endDate"), path + ".period.endDate"),
                supplier,
                Text.cut(Text.line(OcdsRelease.clean(node.path("title"))), 1_000),
                null,
                null,
                null,
                !VOID.contains(node.path("status").asString("").toLowerCase(Locale.ROOT)));
    }

    static @Nullable Long amount(JsonNode value, String path) throws BadCell {
        JsonNode amount = value.path("amount");
        if (!amount.isNumber()) {
            if (amount.isMissingNode() || amount.isNull()) {
                return null;
            }
            throw new BadCell(path + ".amount", "The amount is not a number.");
        }
        try {
            return Money.minor(amount.decimalValue(), currency(value, path));
        } catch (BadValue bad) {
            throw new BadCell(path + ".amount", String.valueOf(bad.getMessage()));
        }
    }

    static String currency(JsonNode value, String path) throws BadCell {
        String currency = Text.line(value.path("currency").asString(""));
        if (!Money.isCurrency(currency)) {
            throw new BadCell(path + ".currency", "\"" + currency + "\" is not a currency code of ISO 4217.");
        }
        return currency;
    }

    private @Nullable LocalDate actedOn() throws BadCell {
        LocalDate signed = release.date(node.path("dateSigned"), path + ".dateSigned");
        return signed == null ? release.date(node.path("date"), path + ".date") : signed;
    }

    private @Nullable String awardKey() {
        String award = Text.line(node.path("awardID").asString(""));
        return kind == Kind.AWARD || award.isEmpty() ? null : key(award);
    }

    private @Nullable String suppliers() {
        JsonNode suppliers = node.path("suppliers");
        // some publishers give one object where the standard asks for a list
        Stream<JsonNode> each = suppliers.isObject() ? Stream.of(suppliers) : suppliers.valueStream();
        String names = each.flatMap(supplier -> Stream.ofNullable(release.supplier(supplier)))
                .distinct()
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? null : Text.cut(names, DraftRules.MAX_SUPPLIER);
    }

    /** Ids of awards often spell the supplier's name, which may be a person's; a digest identifies as well and names nobody. */
    private static String key(String id) {
        return Sha256.hex(id).substring(0, 16);
    }
}
