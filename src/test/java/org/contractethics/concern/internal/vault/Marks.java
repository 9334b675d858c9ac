package org.contractethics.concern.internal.vault;

/** Marks of filers under a key of the test. */
public final class Marks {

    public static final FilerMarks ANY = new FilerMarks(
            new CustodianSettings(null, null, CustodianKeys.made().lookupKey()));

    private Marks() {}
}
