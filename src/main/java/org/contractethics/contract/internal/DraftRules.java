package org.contractethics.contract.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/** What every contract of the register must satisfy, wherever it comes from. The database refuses the same once more. */
public final class DraftRules {

    public static final int MAX_TITLE = 300;
    public static final int MAX_DESCRIPTION = 10_000;
    public static final int MAX_NAME = 200;
    public static final int MAX_SUPPLIER = 300;
    public static final int MAX_PIID = 60;
    public static final int MAX_OCID = 120;
    public static final int MAX_RESELLERS = 20;
    public static final int MAX_END_USERS = 50;

    private final List<FormProblem> problems = new ArrayList<>();

    private final Catalogue capabilities;

    private DraftRules(Catalogue capabilities) {
        this.capabilities = capabilities;
    }

    /** Everything wrong with the draft, each with the field of the form it belongs to; empty if it may be registered. */
    public static List<FormProblem> problems(ContractDraft draft, Catalogue capabilities) {
        DraftRules rules = new DraftRules(capabilities);
        rules.texts(draft);
        rules.agencies(draft);
        rules.codes(draft);
        rules.money(draft);
        rules.period(draft);
        rules.identifiers(draft.identifiers());
        return List.copyOf(rules.problems);
    }

    /**
     * Like {@link #problems(ContractDraft, Catalogue)} for facts that a person states: nobody types a negative amount. Award records do
     * net out below zero when money is taken back, and such an amount may stay as it is.
     */
    public static List<FormProblem> problems(
            ContractDraft draft, @Nullable ContractValue before, Catalogue capabilities) {
        DraftRules rules = new DraftRules(capabilities);
        rules.problems.addAll(problems(draft, capabilities));
        ContractValue value = draft.value();
        if (!value.equals(before)) {
            rules.notNegative("obligated", value.obligatedMinor());
            rules.notNegative("ceiling", value.ceilingMinor());
        }
        return List.copyOf(rules.problems);
    }

    private void notNegative(String field, @Nullable Long minor) {
        if (minor != null && minor < 0) {
            add(field, "An amount cannot be negative. Enter what is committed in total.");
        }
    }

    private void texts(ContractDraft draft) {
        required("title", "a title", draft.title(), MAX_TITLE);
        text("description", draft.description(), MAX_DESCRIPTION);
        required("supplier", "the supplier", draft.supplier(), MAX_SUPPLIER);
        text("supplierParent", draft.supplierParent(), MAX_SUPPLIER);
        names("resellers", draft.resellers(), MAX_RESELLERS);
        names("endUsers", draft.endUsers(), MAX_END_USERS);
    }

    private void agencies(ContractDraft draft) {
        Agency awarding = draft.awardingAgency();
        required("agencyName", "the awarding agency", awarding.name(), MAX_NAME);
        text("agencyParent", awarding.parent(), MAX_NAME);
        country("agencyCountry", awarding.country());
        Agency funding = draft.fundingAgency();
        if (funding != null) {
            required("fundingName", "the funding agency", funding.name(), MAX_NAME);
            text("fundingName", funding.parent(), MAX_NAME);
        }
    }

    private void codes(ContractDraft draft) {
        known("capabilities", "capability", draft.capabilities(), capabilities);
        known("dataKinds", "kind of data", draft.dataKinds(), Catalogue.dataKinds());
        draft.countries().stream()
                .filter(code -> !Countries.isCode(code))
                .forEach(code ->
                        add("countries", shown(code) + " is not a country. Use its English name or its two letters."));
    }

    private void money(ContractDraft draft) {
        if (!Money.isCurrency(draft.value().currency())) {
            add(
                    "currency",
                    shown(draft.value().currency())
                            + " is not a currency code. Use a code of ISO 4217, for example USD.");
        }
        amount("obligated", draft.value().obligatedMinor());
        amount("ceiling", draft.value().ceilingMinor());
    }

    private void period(ContractDraft draft) {
        LocalDate start = draft.period().start();
        LocalDate end = draft.period().end();
        day("start", start);
        day("end", end);
        if (start != null && end != null && end.isBefore(start)) {
            add("end", "The last day lies before the first day. Correct one of them.");
        }
    }

    private void identifiers(Identifiers identifiers) {
        text("piid", identifiers.piid(), MAX_PIID);
        text("parentPiid", identifiers.parentPiid(), MAX_PIID);
        text("ocid", identifiers.ocid(), MAX_OCID);
        if (identifiers.parentPiid() != null && identifiers.piid() == null) {
            add(
                    "piid",
                    "A framework number needs the number of the contract itself. Enter it or clear the framework number.");
        }
    }

    private void required(String field, String what, String text, int max) {
        if (text.isBlank()) {
            add(field, "Enter " + what + ".");
        }
        text(field, text, max);
    }

    private void text(String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.length() > max) {
            add(field, "Shorten this to " + max + " characters; it has " + text.length() + ".");
        }
        if (Text.hasForbiddenCharacters(text)) {
            add(field, "Remove the control characters from this text.");
        }
    }

    private void names(String field, List<String> names, int most) {
        if (names.size() > most) {
            add(field, "List at most " + most + " names; there are " + names.size() + ".");
        }
        names.forEach(name -> text(field, name, MAX_NAME));
    }

    private void known(String field, String what, Collection<String> codes, Catalogue catalogue) {
        codes.stream()
                .filter(code -> !catalogue.has(code))
                .forEach(code ->
                        add(field, shown(code) + " is not a " + what + " of the catalogue. Choose from the list."));
    }

    private void country(String field, String code) {
        if (!Countries.isCode(code) && !code.equals(Countries.UNKNOWN)) {
            add(field, shown(code) + " is not a country. Choose one from the list.");
        }
    }

    private void amount(String field, @Nullable Long minor) {
        if (minor != null && Math.abs(minor) > Money.MAX_MINOR) {
            add(field, "The amount is larger than the register can hold.");
        }
    }

    private void day(String field, @Nullable LocalDate day) {
        if (day != null && !Dates.inRange(day)) {
            add(field, "The year must lie between 1900 and 2200.");
        }
    }

    private void add(String field, String message) {
        problems.add(new FormProblem(field, message));
    }

    private static String shown(String text) {
        return "\"" + Text.cut(Text.line(text), 60) + "\"";
    }
}
