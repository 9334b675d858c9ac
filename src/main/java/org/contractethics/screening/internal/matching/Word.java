package org.contractethics.screening.internal.matching;

/**
 * One word of a name in the form in which it is compared.
 *
 * @param text in Latin letters; Arabic and Hebrew, which do not write vowels, stay in theirs
 * @param skeleton its consonants, the same for all scripts
 */
record Word(String text, Sort sort, String skeleton) {

    /** How much the word says by its sort, before rarity is known. */
    enum Sort {
        NAME(1),
        COMMON(0.5),
        INITIAL(0.7),
        GENERIC(0.6),
        PLACE(0.7),
        NUMBER(0.2),
        TITLE(0.1),
        PARTICLE(0.15),
        FORM(0.27);

        private final double weight;

        Sort(double weight) {
            this.weight = weight;
        }
    }

    static Word of(String text, Sort sort) {
        return new Word(text, sort, Skeleton.of(text));
    }

    double weight() {
        return sort.weight;
    }

    /** Whether somebody may be told by it; a title or a legal form tells nobody. */
    boolean tells() {
        return sort == Sort.NAME || sort == Sort.COMMON || sort == Sort.GENERIC || sort == Sort.PLACE;
    }
}
