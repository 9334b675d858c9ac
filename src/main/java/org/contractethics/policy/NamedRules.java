package org.contractethics.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The versions of the rules and their tables, as something that can be named. */
public interface NamedRules {

    /** The newest first, without those that were withdrawn. */
    List<NamedVersion> versions();

    /** Like {@link #versions}, by its number. */
    Optional<NamedVersion> version(int number);

    /** Who wrote it and who approved it, by account names; nobody where it came with the software. */
    Set<String> hands(int number);

    /**
     * @param published whether it is or was in force; everybody may know of those
     * @param tables names of its decision tables by their ids
     */
    record NamedVersion(int number, boolean published, Map<String, String> tables) {}
}
