package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.List;

/** The consolidated list of financial sanctions of the European Union (FSF 1.1). */
final class FsfReader {

    private FsfReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Drafted> drafts = new ArrayList<>();
        XmlTree root = XmlTree.read(
                file, bytes, "sanctionEntity"::equals, (element, line) -> drafts.add(draft(file, element, line)));
        if (!root.name().equals("export")) {
            throw new MalformedList(
                    file, 1, "is not the list of financial sanctions of the EU but <" + root.name() + ">.");
        }
        return ListReaders.list(file, drafts, UnReader.day(root.attribute("generationDate")));
    }

    private static Drafted draft(String file, XmlTree element, int line) throws MalformedList {
        String reference = element.attribute("euReferenceNumber");
        String id = reference.isEmpty() ? element.attribute("logicalId") : reference;
        Drafted draft = new Drafted(id, kind(element));
        element.all("nameAlias").forEach(alias -> draft.name(name(alias), strength(alias)));
        if (id.isEmpty() || draft.isNameless()) {
            throw new MalformedList(file, line, "has an entry without a number or a name. Fetch the list again.");
        }
        for (String place : List.of("citizenship", "address", "birthdate", "identification")) {
            element.all(place).forEach(where -> draft.country(where.attribute("countryIso2Code")));
        }
        element.all("birthdate")
                .forEach(birth -> draft.date(
                        birth.attribute("birthdate").isEmpty()
                                ? birth.attribute("year")
                                : birth.attribute("birthdate")));
        element.all("identification").forEach(number -> draft.identifier(number.attribute("number")));
        element.all("regulation").forEach(regulation -> draft.programme(regulation.attribute("programme"))
                .reason(regulation.attribute("numberTitle")));
        element.all("remark").forEach(remark -> draft.reason(remark.text()));
        element.all("nameAlias")
                .forEach(alias -> draft.reason(alias.text("remark")).reason(alias.attribute("function")));
        return draft;
    }

    private static EntryKind kind(XmlTree element) {
        return switch (element.all("subjectType").stream()
                .findFirst()
                .map(type -> type.attribute("code"))
                .orElse("")) {
            case "person" -> EntryKind.PERSON;
            case "enterprise" -> EntryKind.BODY;
            default -> EntryKind.UNKNOWN;
        };
    }

    private static String name(XmlTree alias) {
        String whole = alias.attribute("wholeName");
        return whole.isEmpty()
                ? String.join(
                                " ",
                                alias.attribute("firstName"),
                                alias.attribute("middleName"),
                                alias.attribute("lastName"))
                        .replaceAll("\\s+", " ")
                : whole;
    }

    private static NameStrength strength(XmlTree alias) {
        boolean latin = name(alias)
                .codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
        if (!latin) {
            return NameStrength.ORIGINAL_SCRIPT;
        }
        return alias.attribute("strong").equals("false") ? NameStrength.WEAK : NameStrength.STRONG;
    }
}
