package org.contractethics.document.extraction;

import java.util.Set;

/** Tells the sentences apart that a reading says about its file. */
public final class Gaps {

    /** How sentences end whose words were read and stand in a part of their own. No name of a file can stand at the end of one. */
    private static final Set<String> ALL_THE_SAME = Set.of(
            "stands here under “Hidden text”.",
            "stands here under “Hidden slides”.",
            "stands here under “Hidden cells”.",
            "its text is shown here.");

    /** What was not read and is not agreed either: told about the file, or given up before it was sent. */
    private static final Set<String> NOT_AGREED = Set.of(
            "The properties of the file are damaged and were not read.",
            "This workbook records changes; former values of cells were not read. Open the original to see them.");

    private Gaps() {}

    /** Whether nobody read what the sentence is about, so that it may say anything; so is every sentence that is not known. */
    public static boolean unread(String gap) {
        return !NOT_AGREED.contains(gap) && ALL_THE_SAME.stream().noneMatch(gap::endsWith);
    }
}
