package org.contractethics.contract.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.contract.internal.Text;

/**
 * Takes contact data of persons out of free text. Award descriptions name contracting officers with mail address and
 * telephone; the register needs none of it. Rather a word too many is removed than a person named.
 */
final class ContactData {

    static final String REMOVED = "[contact removed]";

    /** No field of a contract keeps as much, and a file that means harm does not occupy the import for longer. */
    private static final int LONGEST_READ = 20_000;

    private static final Pattern MAIL =
            Pattern.compile("(?<![\\p{L}0-9._%+'-])[\\p{L}0-9._%+'-]++@[\\p{L}0-9-]++(?:\\.[\\p{L}0-9-]++)*+");
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ().-]{7,16}\\d"
            + "|\\(\\d{3}\\)[ .-]?\\d{3}[ .-]?\\d{4}"
            + "|(?<![\\w-])\\d{3}[-. ]\\d{3}[-. ]\\d{4}(?![\\w-])"
            + "|(?<=(?i:TEL|PHONE|FAX|POC|COR|COTR)[ .:;]{1,3})\\+?\\d[\\d ().-]{6,16}\\d");
    private static final Pattern ROLE = Pattern.compile(
            "\\b(?:A?COR|A?COTR|A?POC|POINTS? OF CONTACT|CONTRACTING OFFICER|CONTRACT SPECIALIST|ATTN)(?:'?S)?\\b"
                    + "(?:\\s*+(?:[:;,/-]|IS\\b|TO BE\\b|TO\\b|FROM\\b|NAME\\b|CHANGED?\\b))*+\\s*+");
    private static final List<String> ROLE_HINTS =
            List.of("COR", "COT", "POC", "CONTACT", "OFFICER", "SPECIALIST", "ATTN");
    private static final Pattern WORD = Pattern.compile("\\G\\s*([\\p{Lu}][\\p{L}'’-]*\\.?)(?=[\\s,.;:/)\\]&-]|$)");
    private static final Pattern NAME_BEFORE = Pattern.compile(
            "((?:\\p{Lu}[\\p{L}'’-]{0,40}\\.?\\s{1,5}){0,2}\\p{Lu}[\\p{L}'’-]{1,40})[\\s,:;/-]{0,9}(?:AT\\s{1,5})?(?=\\[contact removed])");
    private static final Pattern NEXT_NAME = Pattern.compile("\\G\\s*(?:TO\\b|AND\\b|[/&])\\s*");
    private static final Pattern DIGITS_AFTER = Pattern.compile("(?<=\\[contact removed]) ?\\d{10}(?!\\d)");
    private static final Pattern AGAIN =
            Pattern.compile("(?:\\[contact removed](?:[\\s,;:/&.()-]|AT\\b|AND\\b|OR\\b)*+){2,}+");
    private static final Set<String> NO_NAMES =
            Set.copyOf(Arrays.asList(("ACOR ADD ADDITIONAL ADMINISTRATIVE AGENCY ALL ALT "
                            + "ALTERNATE AMB AN AND APPOINTMENT APPROVER AS AT AWARD BASE BE BY CHANGE CHANGED CHANGES CLOSEOUT CO "
                            + "CONTRACT CONTRACTING CONTRACTOR COR COTR CURRENT DATE DEOBLIGATE DEOBLIGATION DESIGNATION EFFECTIVE "
                            + "EMAIL END EXERCISE EXTEND FOR FROM FUNDING FUNDS HAS ICE CBP DHS IN INCORPORATE INCREMENTAL INFORMATION "
                            + "INVOICE INVOICES IPP IS IT LETTER LINE LLC INC MAIL MOD MODIFICATION NAME NEW NO NOTE NUMBER OBLIGATION "
                            + "OF OFFICE OFFICER ON OPTION OR ORDER PERFORMANCE PERIOD PHONE POC POP PRIMARY PROGRAM PROJECT PURCHASE "
                            + "PURPOSE PWS REMOVE REPLACE REPRESENTATIVE REQUISITION REVISED SECURITY SERVICE SERVICES SHALL SOW "
                            + "SPECIALIST SUPPORT SYSTEM SYSTEMS TASK TECHNICAL THE THIS TO UNDER UPDATE UPDATED UPDATES WAS WILL WITH "
                            + "YEAR CENTER DESK TEAM UNIT DIVISION HELP CALL CONTACT PLEASE SEND CORRESPONDENCE QUESTIONS TBD")
                    .split(" ", -1)));

    private ContactData() {}

    /** The text without mail addresses, telephone numbers and the names of contact persons. */
    static String removeFrom(String whole) {
        String text = Text.cut(whole, LONGEST_READ);
        boolean mail = text.indexOf('@') >= 0;
        if (!mail && !hasRole(text) && !hasPhone(text)) {
            return text;
        }
        Set<String> names = new LinkedHashSet<>();
        String cleaned = mail ? MAIL.matcher(text).replaceAll(found -> collect(found.group(), names)) : text;
        cleaned = PHONE.matcher(cleaned).replaceAll(Matcher.quoteReplacement(REMOVED));
        cleaned = withoutNamesAfterRoles(cleaned, names);
        return cleaned.contains(REMOVED) ? withoutTraces(cleaned, names) : cleaned;
    }

    /** What stands beside a removed contact: the name before it, digits after it, and its names elsewhere in the text. */
    private static String withoutTraces(String text, Set<String> names) {
        String cleaned =
                NAME_BEFORE.matcher(text).replaceAll(found -> beforeContact(found.group(), found.group(1), names));
        for (String name : names) {
            cleaned = Pattern.compile("(?<![\\p{L}])" + Pattern.quote(name) + "(?![\\p{L}])", Pattern.CASE_INSENSITIVE)
                    .matcher(cleaned)
                    .replaceAll(Matcher.quoteReplacement(REMOVED));
        }
        cleaned = DIGITS_AFTER.matcher(cleaned).replaceAll("");
        return AGAIN.matcher(cleaned)
                .replaceAll(Matcher.quoteReplacement(REMOVED + " "))
                .strip();
    }

    private static boolean hasRole(String text) {
        return ROLE_HINTS.stream().anyMatch(text::contains)
                && ROLE.matcher(text).find();
    }

    /** Looks for a run of digits with separators before asking the costly pattern: most texts have none. */
    private static boolean hasPhone(String text) {
        int run = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean between = c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '+';
            if (!digit && !between) {
                run = 0;
                digits = 0;
            } else {
                run++;
                digits += digit ? 1 : 0;
                if (digits >= 7 && run > digits) {
                    return PHONE.matcher(text).find();
                }
            }
        }
        return false;
    }

    /** The local part of an address tells the name: first.m.last. */
    private static String collect(String address, Set<String> names) {
        List<String> parts =
                Arrays.asList(address.substring(0, address.indexOf('@')).split("[._]", -1));
        if (parts.size() > 1) {
            parts.stream()
                    .filter(part -> part.length() > 2 && part.chars().allMatch(Character::isLetter))
                    .filter(part -> !NO_NAMES.contains(part.toUpperCase(Locale.ROOT)))
                    .forEach(names::add);
        }
        return Matcher.quoteReplacement(REMOVED);
    }

    private static String withoutNamesAfterRoles(String text, Set<String> names) {
        StringBuilder result = new StringBuilder();
        Matcher role = ROLE.matcher(text);
        int at = 0;
        while (role.find(at)) {
            result.append(text, at, role.end());
            at = role.end();
            int end = endOfName(text, at, names);
            while (end > at) {
                result.append(REMOVED);
                at = end;
                Matcher next = NEXT_NAME.matcher(text);
                if (next.find(at)) {
                    int following = endOfName(text, next.end(), names);
                    if (following > next.end()) {
                        result.append(text, at, next.end());
                        at = next.end();
                        end = following;
                    }
                }
            }
        }
        return result.append(text, at, text.length()).toString();
    }

    /** Where a name of two to four words that begins here ends; {@code start} where there is none. */
    private static int endOfName(String text, int start, Set<String> names) {
        Matcher word = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        int end = start;
        while (words.size() < 4 && word.find(words.isEmpty() ? start : end) && !isNoName(word.group(1))) {
            words.add(word.group(1));
            end = word.end(1);
        }
        if (words.size() < 2) {
            return start;
        }
        words.stream().filter(name -> name.length() > 3).forEach(names::add);
        return end;
    }

    /** Words before a removed contact are its name from the last word on that is no name. */
    private static String beforeContact(String all, String name, Set<String> names) {
        List<String> words = Arrays.asList(name.strip().split("\\s+", -1));
        int first = words.size();
        while (first > 0 && !isNoName(words.get(first - 1))) {
            first--;
        }
        List<String> persons = words.subList(first, words.size());
        if (persons.size() < 2) {
            return Matcher.quoteReplacement(all);
        }
        persons.stream().filter(word -> word.length() > 3).forEach(names::add);
        return Matcher.quoteReplacement(String.join(" ", words.subList(0, first)) + " " + REMOVED + " ");
    }

    private static boolean isNoName(String word) {
        return NO_NAMES.contains(word.replace(".", "").toUpperCase(Locale.ROOT));
    }
}
