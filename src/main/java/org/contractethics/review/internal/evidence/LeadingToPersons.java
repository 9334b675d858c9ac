package org.contractethics.review.internal.evidence;

import java.util.regex.Pattern;

/** By these a person is found: a mail address, a telephone number with its country. */
final class LeadingToPersons {

    /** Takes one step for each character, however long the text is and whatever stands in it. */
    private static final Pattern ADDRESS_OR_NUMBER = Pattern.compile("[\\w.+-]@[\\w-]++\\.\\w|\\+\\d[\\d ()/-]{7}");

    private LeadingToPersons() {}

    static boolean in(String text) {
        return ADDRESS_OR_NUMBER.matcher(text).find();
    }
}
