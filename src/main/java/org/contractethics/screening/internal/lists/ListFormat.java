package org.contractethics.screening.internal.lists;

import java.util.List;
import java.util.Set;

/** The form in which a list is published, and the files that belong together. */
public enum ListFormat {
    /** US Treasury: SDN list or consolidated non-SDN list; the remarks that go on in a further file may be given too. */
    OFAC(List.of(List.of("sdn.csv", "alt.csv", "add.csv"), List.of("cons_prim.csv", "cons_alt.csv", "cons_add.csv"))),
    /** US Consolidated Screening List, with or without the column _id. */
    CSL(List.of(List.of("consolidated.csv"))),
    /** UN Security Council consolidated list. */
    UN_XML(List.of(List.of("consolidated.xml"))),
    /** EU consolidated financial sanctions file 1.1. */
    EU_FSF(List.of(List.of("xmlFullSanctionsList_1_1.xml"))),
    /** US Denied Persons List, columns parted by tabs. */
    BIS_DPL(List.of(List.of("dpl.txt"))),
    /** World Bank: ineligible firms and individuals, exported as CSV. */
    WORLD_BANK(List.of(List.of("world_bank.csv"))),
    /** Any list brought into the columns id,kind,name,aliases,weak_aliases,countries,identifiers,dates,programmes,reason (several parted by ;). */
    GENERIC_CSV(List.of(List.of("list.csv")));

    private final List<List<String>> fileSets;

    ListFormat(List<List<String>> fileSets) {
        this.fileSets = fileSets;
    }

    /** The sets of files that make a list of this form; one of them, whole, is needed. A form of one file takes it under any name. */
    public List<List<String>> fileSets() {
        return fileSets;
    }

    /** Whether these names are all that is needed. */
    public boolean takes(Set<String> names) {
        return fileSets.get(0).size() == 1
                ? names.size() == 1
                : fileSets.stream().anyMatch(names::containsAll);
    }
}
