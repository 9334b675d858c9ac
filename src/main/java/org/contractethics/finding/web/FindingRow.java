package org.contractethics.finding.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.Judgement;
import org.contractethics.shared.ContractId;

/**
 * A finding as it is shown.
 *
 * @param before words of its sentence before the found ones
 * @param found words that are marked
 * @param link to the clause in the viewer, with the words marked there
 */
public record FindingRow(
        Finding finding, String before, String found, String after, String place, String link, List<Said> said) {

    private static final int LONGEST_SEARCH = 200;

    /** A judgement with the name of whoever gave it. */
    public record Said(Judgement judgement, String person) {}

    public FindingRow {
        said = List.copyOf(said);
    }

    static FindingRow of(ContractId contract, Finding finding, PeopleDirectory people) {
        String sentence = finding.sentence();
        String words = finding.words().replaceAll("\\s+", " ").strip();
        int at = sentence.indexOf(words);
        List<Said> said = finding.judgements().stream()
                .map(one -> new Said(one, people.displayName(one.judgedBy())))
                .toList();
        return new FindingRow(
                finding,
                at < 0 ? "" : sentence.substring(0, at),
                at < 0 ? sentence : words,
                at < 0 ? "" : sentence.substring(at + words.length()),
                place(finding),
                link(contract, finding, words),
                said);
    }

    private static String place(Finding finding) {
        String page = finding.page() == null ? "" : ", page " + finding.page();
        String part = finding.part().equals("body") ? "" : ", " + finding.part();
        return finding.document() + ", version " + finding.number() + ", " + finding.clause() + page + part;
    }

    static String link(ContractId contract, Finding finding, String words) {
        String cut = words.replace("\"", " ");
        String search =
                cut.length() > LONGEST_SEARCH ? cut.substring(0, cut.lastIndexOf(' ', LONGEST_SEARCH) + 1) : cut;
        return "/contracts/" + contract + "/documents/" + finding.version() + "?clause=" + finding.ordinal() + "&q="
                + URLEncoder.encode("\"" + search.strip() + "\"", StandardCharsets.UTF_8) + "#clause-"
                + finding.ordinal();
    }

    /** What stands, in a word; empty while nobody has judged. */
    public String state() {
        return finding.standing().map(one -> one.verdict().label()).orElse("");
    }

    /** Number of the last judgement; 0 where there is none. */
    public int seen() {
        return finding.judgements().size();
    }
}
