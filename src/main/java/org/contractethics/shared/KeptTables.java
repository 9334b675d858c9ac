package org.contractethics.shared;

import java.util.List;
import java.util.Set;

/**
 * Tables of a module whose rows are told by entries of the record, to be held against these: row and entry are written in one
 * transaction, so whoever writes there by SQL leaves no entry.
 */
public interface KeptTables {

    /** In the place of a fact: who acted, as the entry names them. */
    String ACTOR = "/actor";

    /** In the place of a fact: the kind of the entry. */
    String KIND = "/kind";

    /** In the place of a fact: the contract of the entry. */
    String CONTRACT = "/contract";

    /** In the place of a fact: when it happened, like {@code 2027-01-31T09:14:05.678Z}. */
    String AT = "/at";

    List<KeptTable> tables();

    /**
     * One table as it stands now. Every row needs an entry; an entry needs a row only where its owner still exists.
     *
     * @param thing what a row is, for example {@code vote}
     * @param table with its schema
     * @param kinds of the entries that tell of a row
     * @param owner the fact that names what a row belongs to
     * @param facts what the values of a row are called in the entry; the first tells rows of one owner apart; what is in a list
     *     stands there with commas between; maps in a list with spaces between their values, in alphabetical order
     * @param owners those that exist: an entry about any other was not written by this module
     */
    record KeptTable(
            String thing,
            String table,
            List<String> kinds,
            String owner,
            List<String> facts,
            Set<String> owners,
            List<Row> rows) {

        public KeptTable {
            kinds = List.copyOf(kinds);
            facts = List.copyOf(facts);
            owners = Set.copyOf(owners);
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param id what an alarm calls the row
     * @param values as the entry tells them, one for each fact
     */
    record Row(String id, String owner, List<String> values) {

        public Row {
            values = List.copyOf(values);
        }
    }
}
