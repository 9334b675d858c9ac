package org.contractethics.concern.web.speak;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contractethics.concern.internal.CataloguedRights;
import org.contractethics.concern.internal.Matters;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ConcernMatter.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Capabilities, tables, offices and rights by their names in the language of the page. What a later version of the policy added or named
 * otherwise, and nobody translated yet, keeps the name of the catalogue, which is English.
 */
@Component
class NamesInLanguages {

    private final MessageSource words;
    private final Matters matters;
    private final CataloguedRights rights;

    NamesInLanguages(MessageSource words, Matters matters, CataloguedRights rights) {
        this.words = words;
        this.matters = matters;
        this.rights = rights;
    }

    /** @param english whether it is not in the language of the page */
    record Name(String words, boolean english) {}

    /** What anybody can choose: of each kind, as sent, with its name. */
    Map<Kind, Map<String, Name>> choices(Locale language) {
        Map<Kind, Map<String, Name>> choices = new EnumMap<>(Kind.class);
        matters.choicesForAnybody().forEach((kind, known) -> {
            Map<String, Name> named = new LinkedHashMap<>();
            known.keySet().forEach(typed -> ConcernMatter.parse(typed)
                    .ifPresent(matter -> named.put(typed, name(matter, language))));
            choices.put(kind, named);
        });
        return choices;
    }

    /** What was chosen, where it may be named. */
    Optional<Name> chosen(String typed, Locale language) {
        return matters.findForAnybody(typed).map(matter -> name(matter, language));
    }

    /** Each code of the catalogue with its name, everything else as it was typed. */
    List<String> rights(List<String> typed, Locale language) {
        return typed.stream()
                .map(one -> rights.codeOf(one)
                        .map(code -> right(code, language).orElseGet(() -> rights.inWords(code)))
                        .orElse(one))
                .toList();
    }

    /** Every right of the catalogue, with its code. */
    List<String> allRights(Locale language) {
        return rights(rights.codes(), language);
    }

    private Optional<String> right(String code, Locale language) {
        String key = "right." + code;
        return isOf(message(key, Locale.ENGLISH), rights.inWords(code).substring(code.length() + 1))
                ? Optional.ofNullable(message(key, language)).map(name -> code + " " + name)
                : Optional.empty();
    }

    private Name name(ConcernMatter matter, Locale language) {
        String catalogued = matters.inWords(matter);
        String translated = translated(matter, language);
        return translated != null && isOf(translated(matter, Locale.ENGLISH), catalogued)
                ? new Name(translated, false)
                : new Name(catalogued, true);
    }

    private @Nullable String translated(ConcernMatter matter, Locale language) {
        return switch (matter.kind()) {
            case CAPABILITY -> message("capability." + matter.code(), language);
            case PROCESS -> message("office." + matter.code(), language);
            case POLICY -> version(matter.code(), language);
        };
    }

    /** Whether the translations are of this name, and not of an earlier one. */
    private static boolean isOf(@Nullable String english, String catalogued) {
        return english != null && english.replace('\u2019', '\'').equals(catalogued);
    }

    private @Nullable String version(String code, Locale language) {
        int slash = code.indexOf('/');
        if (slash < 0) {
            return message("matter.version", language, code);
        }
        String table = message("table." + code.substring(slash + 1), language);
        return table == null ? null : message("matter.table", language, code.substring(0, slash), table);
    }

    private @Nullable String message(String key, Locale language, Object... holes) {
        return words.getMessage(key, holes, null, language);
    }
}
