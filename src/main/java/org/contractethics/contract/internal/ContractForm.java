package org.contractethics.contract.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a contract as somebody typed them: in the form of the register or in the template. Everything is text, so
 * that what cannot be read is still there to be shown and corrected.
 *
 * @param agencyType name of the class, or empty for "as the list of agencies knows it"
 * @param resellers one name per line
 * @param endUsers one name per line
 * @param countries names or codes, separated by commas, semicolons or line ends
 */
public record ContractForm(
        String title,
        String description,
        String agencyName,
        String agencyParent,
        String agencyType,
        String agencyCountry,
        String fundingName,
        String supplier,
        String supplierParent,
        String resellers,
        String endUsers,
        List<String> capabilities,
        List<String> dataKinds,
        String countries,
        String obligated,
        String ceiling,
        String currency,
        String start,
        String end,
        String secrecy,
        String piid,
        String parentPiid,
        String ocid) {

    /** What came of reading the form: a draft, and everything wrong with it. */
    public record Reading(ContractDraft draft, List<FormProblem> problems) {}

    public static ContractForm empty() {
        return new ContractForm(
                "", "", "", "", "", "US", "", "", "", "", "", List.of(), List.of(), "", "", "", "USD", "", "", "NONE",
                "", "", "");
    }

    /** The form as it looks for these facts. */
    public static ContractForm of(ContractDraft draft, AgencyDirectory agencies) {
        Agency agency = draft.awardingAgency();
        Agency funding = draft.fundingAgency();
        ContractValue value = draft.value();
        return new ContractForm(
                draft.title(),
                draft.description(),
                agency.name(),
                text(agency.parent()),
                agencies.knows(agency.name()) ? "" : agency.type().name(),
                agency.country(),
                funding == null ? "" : funding.name(),
                draft.supplier(),
                text(draft.supplierParent()),
                String.join("\n", draft.resellers()),
                String.join("\n", draft.endUsers()),
                List.copyOf(draft.capabilities()),
                List.copyOf(draft.dataKinds()),
                draft.countries().stream().map(Countries::label).collect(Collectors.joining(", ")),
                Money.plain(value.obligatedMinor(), value.currency()),
                Money.plain(value.ceilingMinor(), value.currency()),
                value.currency(),
                text(draft.period().start()),
                text(draft.period().end()),
                draft.secrecy().name(),
                text(draft.identifiers().piid()),
                text(draft.identifiers().parentPiid()),
                text(draft.identifiers().ocid()));
    }

    /**
     * @param before the value the contract holds now; null for a new one
     * @param catalogue the capabilities that can be chosen
     * @param agencies those that are known, whose class nobody states
     */
    public Reading read(@Nullable ContractValue before, Catalogue catalogue, AgencyDirectory agencies) {
        List<FormProblem> problems = new ArrayList<>();
        String code = currency.strip().toUpperCase(Locale.ROOT);
        ContractDraft draft = new ContractDraft(
                Text.line(title),
                Text.block(description),
                agency(agencies, problems),
                funding(agencies, problems),
                Text.line(supplier),
                Text.lineOrNull(supplierParent),
                names(resellers),
                names(endUsers),
                codes(capabilities),
                codes(dataKinds),
                countryCodes(problems),
                new ContractValue(
                        amount("obligated", obligated, code, problems),
                        amount("ceiling", ceiling, code, problems),
                        code),
                new Period(date("start", start, problems), date("end", end, problems)),
                secrecy(problems),
                identifiers());
        forbidden(problems);
        DraftRules.problems(draft, before, catalogue).stream()
                .filter(problem ->
                        problems.stream().noneMatch(other -> other.field().equals(problem.field())))
                .forEach(problems::add);
        return new Reading(draft, List.copyOf(problems));
    }

    private Agency agency(AgencyDirectory agencies, List<FormProblem> problems) {
        Optional<AgencyType> stated = statedType();
        if (stated.isEmpty() && !agencyType.isBlank()) {
            problems.add(new FormProblem("agencyType", "Choose a class of agency from the list."));
        }
        String country = Countries.code(agencyCountry).orElse(agencyCountry.strip());
        if (country.isEmpty()) {
            country = Countries.UNKNOWN;
        }
        tooLong("agencyName", agencyName, DraftRules.MAX_NAME, problems);
        tooLong("agencyParent", agencyParent, DraftRules.MAX_NAME, problems);
        return agencies.agency(agencyName, agencyParent, stated.orElse(AgencyType.UNKNOWN), country);
    }

    private Optional<AgencyType> statedType() {
        return Stream.of(AgencyType.values())
                .filter(type -> type.name().equals(agencyType) || type.label().equalsIgnoreCase(agencyType.strip()))
                .findFirst();
    }

    private @Nullable Agency funding(AgencyDirectory agencies, List<FormProblem> problems) {
        tooLong("fundingName", fundingName, DraftRules.MAX_NAME, problems);
        String country = Countries.code(agencyCountry).orElse(Countries.UNKNOWN);
        return Text.line(fundingName).isEmpty()
                ? null
                : agencies.agency(fundingName, null, AgencyType.UNKNOWN, country);
    }

    private Set<String> countryCodes(List<FormProblem> problems) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : countries.split("[,;\\n]", -1)) {
            String cleaned = Text.line(name);
            if (cleaned.isEmpty()) {
                continue;
            }
            Optional<String> code = Countries.code(cleaned);
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                problems.add(
                        new FormProblem(
                                "countries",
                                "\"" + Text.cut(cleaned, 60)
                                        + "\" is not a country. Use its English name or its two letters, separated by commas."));
            }
        }
        return codes;
    }

    private Secrecy secrecy(List<FormProblem> problems) {
        Optional<Secrecy> read = secrecy.isBlank() ? Optional.of(Secrecy.NONE) : SecrecyLabel.read(secrecy.strip());
        if (read.isEmpty()) {
            problems.add(new FormProblem("secrecy", "Choose the secrecy terms from the list."));
        }
        return read.orElse(Secrecy.CONFIDENTIAL_TERMS);
    }

    private Identifiers identifiers() {
        return new Identifiers(upper(piid), upper(parentPiid), Text.lineOrNull(ocid));
    }

    /** Control characters are refused rather than silently dropped: nobody types them. */
    private void forbidden(List<FormProblem> problems) {
        String[] fields = {
            "title", "description", "agencyName", "supplier", "supplierParent", "resellers", "endUsers", "piid", "ocid"
        };
        String[] texts = {title, description, agencyName, supplier, supplierParent, resellers, endUsers, piid, ocid};
        for (int i = 0; i < fields.length; i++) {
            if (Text.hasForbiddenCharacters(texts[i])) {
                problems.add(new FormProblem(fields[i], "Remove the control characters from this text."));
            }
        }
    }

    private static void tooLong(String field, String text, int max, List<FormProblem> problems) {
        int length = Text.line(text).length();
        if (length > max) {
            problems.add(new FormProblem(field, "Shorten this to " + max + " characters; it has " + length + "."));
        }
    }

    private static @Nullable Long amount(String field, String text, String currency, List<FormProblem> problems) {
        if (text.isBlank() || !Money.isCurrency(currency)) {
            return null;
        }
        try {
            return Money.minor(text, currency);
        } catch (BadValue bad) {
            problems.add(new FormProblem(field, String.valueOf(bad.getMessage())));
            return null;
        }
    }

    private static @Nullable LocalDate date(String field, String text, List<FormProblem> problems) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return Dates.iso(text);
        } catch (BadValue bad) {
            problems.add(new FormProblem(field, String.valueOf(bad.getMessage())));
            return null;
        }
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[\\n;]", -1))
                .map(Text::line)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Set<String> codes(List<String> codes) {
        return codes.stream().map(Text::line).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }

    private static @Nullable String upper(String text) {
        String line = Text.lineOrNull(text);
        return line == null ? null : line.toUpperCase(Locale.ROOT);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
