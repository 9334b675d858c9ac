package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Consolidated Screening List of the US: one row for each entry of all lists, with the column _id or without. */
final class CslReader {

    private CslReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Rows.Row> rows = Rows.of(file, bytes, ',', 0);
        Columns columns = Columns.of(
                file,
                rows.get(0),
                "source",
                "entity_number",
                "type",
                "programs",
                "name",
                "addresses",
                "remarks",
                "alt_names",
                "citizenships",
                "dates_of_birth",
                "nationalities",
                "ids");
        List<Drafted> drafts = new ArrayList<>();
        for (Rows.Row row : rows.subList(1, rows.size())) {
            drafts.add(draft(file, row, columns));
        }
        return ListReaders.list(file, drafts, null);
    }

    private static Drafted draft(String file, Rows.Row row, Columns columns) throws MalformedList {
        String source = columns.of(row, "source");
        String name = columns.of(row, "name");
        if (source.isEmpty() || name.isEmpty()) {
            throw new MalformedList(
                    file, row.line(), "has no source or no name. The file is damaged; fetch the list again.");
        }
        Drafted draft = new Drafted(id(source, name, row, columns), kind(columns.of(row, "type")))
                .name(name, NameStrength.STRONG)
                .country(columns.of(row, "vessel_flag"))
                .identifier(columns.of(row, "call_sign"))
                .programme(source);
        for (String alias : columns.parts(row, "alt_names")) {
            draft.name(alias.replaceFirst("^and ", ""), NameStrength.STRONG);
        }
        columns.parts(row, "programs").forEach(draft::programme);
        columns.parts(row, "citizenships").forEach(draft::country);
        columns.parts(row, "nationalities").forEach(draft::country);
        columns.parts(row, "dates_of_birth").forEach(draft::date);
        columns.parts(row, "addresses").forEach(address -> draft.country(last(address)));
        columns.parts(row, "ids").forEach(number -> number(number, draft));
        return draft.reason(columns.of(row, "title"))
                .reason(columns.of(row, "remarks"))
                .reason(columns.of(row, "license_requirement"))
                .reason(columns.of(row, "federal_register_notice"));
    }

    /** The number of the list it comes from; the column _id is one of the merged list and changes when that is made anew. */
    private static String id(String source, String name, Rows.Row row, Columns columns) {
        String number = columns.of(row, "entity_number");
        int bracket = source.indexOf('(');
        String list = bracket < 0 ? source : source.substring(bracket + 1).replaceFirst("\\).*", "");
        return list + ":" + (number.isEmpty() ? name : number);
    }

    private static EntryKind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "individual" -> EntryKind.PERSON;
            case "entity" -> EntryKind.BODY;
            case "vessel", "aircraft" -> EntryKind.VESSEL;
            default -> EntryKind.UNKNOWN;
        };
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf(',') + 1);
    }

    /** Of "Passport, 836238033, KP", in whichever order, what has a digit and no blank. */
    private static void number(String written, Drafted draft) {
        for (String part : written.split(",", -1)) {
            String said = part.strip().replaceFirst("^IMO ", "");
            if (!said.contains(" ") && said.chars().filter(Character::isDigit).count() > 3) {
                draft.identifier(said);
            }
        }
    }
}
