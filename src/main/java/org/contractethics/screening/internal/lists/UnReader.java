package org.contractethics.screening.internal.lists;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The consolidated list of the UN Security Council. */
final class UnReader {

    private static final Set<String> ENTRIES = Set.of("INDIVIDUAL", "ENTITY");

    private UnReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Drafted> drafts = new ArrayList<>();
        XmlTree root =
                XmlTree.read(file, bytes, ENTRIES::contains, (element, line) -> drafts.add(draft(file, element, line)));
        if (!root.name().equals("CONSOLIDATED_LIST")) {
            throw new MalformedList(file, 1, "is not the consolidated list of the UN but <" + root.name() + ">.");
        }
        return ListReaders.list(file, drafts, day(root.attribute("dateGenerated")));
    }

    private static Drafted draft(String file, XmlTree element, int line) throws MalformedList {
        EntryKind kind = element.name().equals("INDIVIDUAL") ? EntryKind.PERSON : EntryKind.BODY;
        String id =
                element.text("REFERENCE_NUMBER").isEmpty() ? element.text("DATAID") : element.text("REFERENCE_NUMBER");
        Drafted draft = new Drafted(id, kind).name(name(element), NameStrength.STRONG);
        if (id.isEmpty() || draft.isNameless()) {
            throw new MalformedList(file, line, "has an entry without a number or a name. Fetch the list again.");
        }
        aliases(element, draft);
        draft.name(element.text("NAME_ORIGINAL_SCRIPT"), NameStrength.ORIGINAL_SCRIPT)
                .programme(element.text("UN_LIST_TYPE"))
                .reason(element.text("COMMENTS1"));
        element.all("DESIGNATION").forEach(list -> list.all("VALUE").forEach(value -> draft.reason(value.text())));
        element.all("NATIONALITY").forEach(list -> list.all("VALUE").forEach(value -> draft.country(value.text())));
        Stream.of("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "INDIVIDUAL_PLACE_OF_BIRTH")
                .flatMap(place -> element.all(place).stream())
                .forEach(place -> draft.country(place.text("COUNTRY")));
        element.all("INDIVIDUAL_DOCUMENT").forEach(paper -> draft.identifier(paper.text("NUMBER")));
        element.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(birth -> birth(birth, draft));
        return draft;
    }

    private static String name(XmlTree element) {
        return Stream.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
                .map(element::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void aliases(XmlTree element, Drafted draft) {
        Stream.concat(element.all("INDIVIDUAL_ALIAS").stream(), element.all("ENTITY_ALIAS").stream())
                .forEach(alias -> draft.name(
                        alias.text("ALIAS_NAME"),
                        alias.text("QUALITY").equals("Low") ? NameStrength.WEAK : NameStrength.STRONG));
    }

    private static void birth(XmlTree birth, Drafted draft) {
        draft.date(birth.text("DATE")).date(birth.text("YEAR"));
        if (!birth.text("FROM_YEAR").isEmpty()) {
            draft.date(birth.text("FROM_YEAR") + " to " + birth.text("TO_YEAR"));
        }
    }

    static @Nullable LocalDate day(String stamp) {
        try {
            return stamp.length() < 10 ? null : LocalDate.parse(stamp.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
