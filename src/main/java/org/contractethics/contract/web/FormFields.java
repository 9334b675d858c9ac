package org.contractethics.contract.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.SecrecyLabel;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Between the fields of the page and the form of the register. */
final class FormFields {

    private FormFields() {}

    /** A fact that two versions of a form state differently. */
    record Difference(String label, String theirs, String yours) {}

    static ContractForm read(MultiValueMap<String, String> fields) {
        return new ContractForm(
                text(fields, "title"),
                text(fields, "description"),
                text(fields, "agencyName"),
                text(fields, "agencyParent"),
                text(fields, "agencyType"),
                text(fields, "agencyCountry"),
                text(fields, "fundingName"),
                text(fields, "supplier"),
                text(fields, "supplierParent"),
                text(fields, "resellers"),
                text(fields, "endUsers"),
                fields.getOrDefault("capabilities", List.of()),
                fields.getOrDefault("dataKinds", List.of()),
                text(fields, "countries"),
                text(fields, "obligated"),
                text(fields, "ceiling"),
                text(fields, "currency"),
                text(fields, "start"),
                text(fields, "end"),
                text(fields, "secrecy"),
                text(fields, "piid"),
                text(fields, "parentPiid"),
                text(fields, "ocid"));
    }

    /** The choices that the form offers. */
    static void choices(Model model, Catalogue capabilities) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("", "As our list of agencies knows it");
        Stream.of(AgencyType.values()).forEach(type -> types.put(type.name(), type.label()));
        model.addAttribute("types", types);
        model.addAttribute("countryNames", Countries.labels());
        model.addAttribute("capabilities", capabilities.all());
        model.addAttribute("dataKinds", Catalogue.dataKinds().all());
        model.addAttribute("secrecies", SecrecyLabel.all());
    }

    /** Field by field what differs, in the order of the form. */
    static List<Difference> differences(ContractForm theirs, ContractForm yours, Catalogue capabilities) {
        List<Difference> differences = new ArrayList<>();
        labelled(capabilities).forEach((label, field) -> {
            String their = shown(field.apply(theirs));
            String your = shown(field.apply(yours));
            if (!Objects.equals(their, your)) {
                differences.add(new Difference(label, their, your));
            }
        });
        return List.copyOf(differences);
    }

    private static Map<String, Function<ContractForm, Object>> labelled(Catalogue capabilities) {
        Map<String, Function<ContractForm, Object>> fields = new LinkedHashMap<>();
        fields.put("Title", ContractForm::title);
        fields.put("Description", ContractForm::description);
        fields.put("Awarding agency", ContractForm::agencyName);
        fields.put("Department above it", ContractForm::agencyParent);
        fields.put("Class of agency", form -> typeLabel(form.agencyType()));
        fields.put("Agency's country", form -> Countries.label(form.agencyCountry()));
        fields.put("Funding agency", ContractForm::fundingName);
        fields.put("Supplier", ContractForm::supplier);
        fields.put("Supplier's group", ContractForm::supplierParent);
        fields.put("Resellers", ContractForm::resellers);
        fields.put("End users", ContractForm::endUsers);
        fields.put("Capabilities", form -> labels(capabilities, form.capabilities()));
        fields.put("Kinds of data", form -> labels(Catalogue.dataKinds(), form.dataKinds()));
        fields.put("Countries of use", ContractForm::countries);
        fields.put("Amount committed", ContractForm::obligated);
        fields.put("Amount at most", ContractForm::ceiling);
        fields.put("Currency", ContractForm::currency);
        fields.put("First day", ContractForm::start);
        fields.put("Last day", ContractForm::end);
        fields.put(
                "Secrecy terms",
                form -> SecrecyLabel.read(form.secrecy()).map(SecrecyLabel::of).orElse(form.secrecy()));
        fields.put("Contract number", ContractForm::piid);
        fields.put("Framework number", ContractForm::parentPiid);
        fields.put("Ocid", ContractForm::ocid);
        return fields;
    }

    private static String typeLabel(String type) {
        return Stream.of(AgencyType.values())
                .filter(known -> known.name().equals(type))
                .map(AgencyType::label)
                .findFirst()
                .orElse(type);
    }

    private static String labels(Catalogue catalogue, List<String> codes) {
        return String.join(", ", catalogue.labels(codes.stream().sorted().toList()));
    }

    private static String shown(Object value) {
        return value.toString().replace("\r\n", "\n").strip();
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
