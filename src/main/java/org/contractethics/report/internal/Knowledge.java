package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What can be worked out from sums that are known: every sum that adding and subtracting them leads to. Held as rows in echelon
 * form, computed in whole numbers modulo a large prime.
 */
final class Knowledge {

    private static final long PRIME = 2_147_483_647L;

    private final int atoms;
    private final List<long[]> rows;
    private final List<Integer> pivots;

    Knowledge(int atoms) {
        this(atoms, new ArrayList<>(), new ArrayList<>());
    }

    private Knowledge(int atoms, List<long[]> rows, List<Integer> pivots) {
        this.atoms = atoms;
        this.rows = rows;
        this.pivots = pivots;
    }

    /** The same, and this sum besides. */
    Knowledge with(BitSet sum) {
        long[] rest = reduced(sum);
        int pivot = first(rest);
        if (pivot < 0) {
            return this;
        }
        List<long[]> more = new ArrayList<>(rows);
        List<Integer> places = new ArrayList<>(pivots);
        more.add(rest);
        places.add(pivot);
        return new Knowledge(atoms, more, places);
    }

    /** Whether the sum can be worked out. */
    boolean holds(BitSet sum) {
        return first(reduced(sum)) < 0;
    }

    private long[] reduced(BitSet sum) {
        long[] rest = new long[atoms];
        sum.stream().forEach(atom -> rest[atom] = 1);
        for (int i = 0; i < rows.size(); i++) {
            long[] row = rows.get(i);
            long factor = rest[pivots.get(i)] * inverse(row[pivots.get(i)]) % PRIME;
            if (factor != 0) {
                for (int atom = 0; atom < atoms; atom++) {
                    rest[atom] = Math.floorMod(rest[atom] - factor * row[atom], PRIME);
                }
            }
        }
        return rest;
    }

    private static int first(long[] row) {
        for (int atom = 0; atom < row.length; atom++) {
            if (row[atom] != 0) {
                return atom;
            }
        }
        return -1;
    }

    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return result;
    }
}
