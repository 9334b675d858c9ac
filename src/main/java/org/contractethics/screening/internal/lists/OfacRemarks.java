package org.contractethics.screening.internal.lists;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The remarks of the US Treasury: birth, nationality, numbers and weak aliases in one line of text, parted by semicolons. */
final class OfacRemarks {

    private static final Pattern BIRTH = Pattern.compile("(?:alt\\. )?DOB (.+)");
    private static final Pattern NATION = Pattern.compile("(?:alt\\. )?(?:nationality|citizen) (.+)");
    private static final Pattern BIRTHPLACE = Pattern.compile("(?:alt\\. )?POB (?:.*, )?([^,]+)");
    private static final Pattern WEAK = Pattern.compile("(?:alt\\. )?(?:a|f|n)\\.k\\.a\\. '(.+)'");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:alt\\. )?(?:Passport|Cedula No\\.|National ID No\\.|NIT #|C\\.U\\.R\\.P\\.|R\\.?F\\.?C\\.?|Registration (?:Number|ID)|Tax ID No\\.|RUC #"
                    + "|Identification Number|Commercial Registry Number|Folio Mercantil No\\.|Matricula Mercantil No|SSN|D\\.N\\.I\\.|V\\.A\\.T\\. Number"
                    + "|Vessel Registration Identification(?: IMO)?|MMSI|Legal Entity Number) ?([\\p{L}\\p{N}][^ (]*)(?: \\(([^)]+)\\))?.*");

    private OfacRemarks() {}

    static void read(String remarks, Drafted draft) {
        draft.reason(remarks);
        for (String part : remarks.split(";", -1)) {
            String said = part.strip().replaceAll("\\.$", "");
            Matcher birth = BIRTH.matcher(said);
            Matcher nation = NATION.matcher(said);
            Matcher weak = WEAK.matcher(said);
            Matcher number = NUMBER.matcher(said);
            if (birth.matches()) {
                draft.date(birth.group(1));
            } else if (nation.matches()) {
                draft.country(nation.group(1));
            } else if (weak.matches()) {
                draft.name(weak.group(1), NameStrength.WEAK);
            } else if (number.matches()) {
                draft.identifier(number.group(1));
                String issuer = number.group(2);
                draft.country(issuer == null ? "" : issuer);
            } else {
                birthplace(said, draft);
            }
        }
    }

    private static void birthplace(String said, Drafted draft) {
        Matcher birthplace = BIRTHPLACE.matcher(said);
        if (birthplace.matches()) {
            draft.country(birthplace.group(1));
        }
    }
}
