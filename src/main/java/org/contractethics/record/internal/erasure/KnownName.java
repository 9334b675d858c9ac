package org.contractethics.record.internal.erasure;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;

/**
 * Texts of others go in which the name stands, so a name is looked for only if it is known to be that of the account: the directory has
 * it, or the account name is made of it. Any other word would take whatever it stands in.
 */
final class KnownName {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private KnownName() {}

    static void demand(ErasureRequest request, PeopleDirectory people) {
        String name = plain(request.name());
        Stream<String> known = Stream.concat(
                Stream.of(request.account().replaceFirst("@.*", "")), people.namesOf(request.account()).stream());
        if (!request.name().isEmpty() && known.map(KnownName::plain).noneMatch(name::equals)) {
            throw Refused.invalid(
                    List.of(
                            new FormProblem(
                                    "name",
                                    "The directory does not know this as the full name of the account. Give the name as the directory has"
                                            + " it, or that the account name is made of; or leave it out: texts of others then stay.")));
        }
    }

    /** However it is written: without capital letters, accents and what sets words apart. */
    private static String plain(String name) {
        String apart =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
