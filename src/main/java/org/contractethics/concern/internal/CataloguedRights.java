package org.contractethics.concern.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.springframework.stereotype.Component;

/** Rights that a filer named by their codes in the catalogue; everything else they wrote in their own words. */
@Component
public class CataloguedRights {

    private static final Pattern CODE = Pattern.compile("R\\d{1,4}", Pattern.CASE_INSENSITIVE);

    private final Policy policy;

    CataloguedRights(Policy policy) {
        this.policy = policy;
    }

    /** What looks like a code of the catalogue and is none. */
    public List<String> unknown(List<String> named) {
        return named.stream()
                .filter(CataloguedRights::isCode)
                .filter(code -> policy.right(upper(code)).isEmpty())
                .toList();
    }

    /** Each code with the name of its right; one that the catalogue dropped since as it was written. */
    public List<String> inWords(List<String> named) {
        return named.stream().map(this::inWords).toList();
    }

    /** Every code, in the order of the catalogue. */
    public List<String> codes() {
        return policy.rights().stream().map(HumanRight::code).toList();
    }

    /** The code that was typed; empty where it is none of the catalogue. */
    public Optional<String> codeOf(String typed) {
        return isCode(typed) ? policy.right(upper(typed)).map(HumanRight::code) : Optional.empty();
    }

    /** A code with the name of its right; anything else as it is. */
    public String inWords(String right) {
        return isCode(right)
                ? policy.right(upper(right))
                        .map(known -> known.code() + " " + known.name())
                        .orElse(right)
                : right;
    }

    private static boolean isCode(String right) {
        return CODE.matcher(right).matches();
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
