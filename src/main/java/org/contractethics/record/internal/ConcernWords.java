package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.inPlaceOfChair;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about concerns say. */
final class ConcernWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("concern-filed", e -> "A concern was filed"),
            entry("concern-acknowledged", e -> "The receipt of a concern was acknowledged"),
            entry("concern-claimed", e -> "A concern officer took on: " + lower(words(e, "stage"))),
            entry("concern-returned", e -> "A concern officer gave back: " + lower(words(e, "stage"))),
            entry("concern-taken-back", e -> "Taken back from a concern officer: " + lower(words(e, "stage"))),
            entry("concern-withdrawn", e -> "A concern was withdrawn by whoever filed it"),
            entry("concern-answered", e -> "A concern was answered"),
            entry("concern-message-added", e -> "A message was added to a concern"),
            entry("concern-appealed", e -> "Somebody appealed against the answer to a concern"),
            entry("concern-appeal-decided", e -> "The appeal against the answer to a concern was decided"),
            entry("concern-outcome-published", e -> "The outcome of a concern was published"),
            entry("concern-hold-asked", e -> "A legal hold was asked for a concern"),
            entry("concern-hold-confirmed", e -> "A second person confirmed the legal hold of a concern"),
            entry("concern-hold-lifted", e -> "The legal hold of a concern was lifted"),
            entry("concern-tied", e -> "A concern was tied to a contract"),
            entry("concern-tie-undoing-asked", e -> "It was asked to undo the tie of a concern to a contract"),
            entry(
                    "concern-tie-undoing-refused",
                    e -> "A second person refused to undo the tie of a concern to a contract"),
            entry(
                    "concern-tie-undoing-taken-back",
                    e -> "It was taken back to undo the tie of a concern to a contract"),
            entry(
                    "concern-tie-undoing-lapsed",
                    e -> "Nobody confirmed in time to undo the tie of a concern to a contract"),
            entry("concern-tie-undone", e -> "The tie of a concern to a contract was undone"),
            entry("concern-opening-asked", e -> "An officer asked to open a sealed name or file of a concern"),
            entry("concern-opening-confirmed", e -> "A second person confirmed the legal basis of an opening"),
            entry(
                    "concern-name-shown",
                    e -> "The name of a confidential filer was shown to an officer, by " + lower(words(e, "ground"))),
            entry(
                    "concern-original-shown",
                    e -> "An original file of a concern was opened by an officer, by " + lower(words(e, "ground"))),
            entry("concern-finding-recorded", e -> "An investigator recorded a finding on a concern"),
            entry("concern-question-asked", e -> "A reviewer asked the filer of a concern something"),
            entry(
                    "concern-question-passed-on",
                    e -> "The question of a reviewer was passed on to the filer of a concern"),
            entry(
                    "concern-question-turned-back",
                    e -> "The question of a reviewer to the filer of a concern was not passed on"),
            entry(
                    "concern-answer-released",
                    e -> "Reviewers were told something of what the filer of a concern answered them"),
            entry("concern-meeting-asked", e -> "The filer of a concern asked for a meeting"),
            entry("concern-meeting-offered", e -> "A meeting about a concern was offered to its filer"),
            entry("concern-meeting-held", e -> "A meeting about a concern was held with its filer"),
            entry("concern-meeting-declined", e -> "A meeting about a concern was declined by its filer"),
            entry("concern-purged", e -> "A concern was purged; its outcome is kept"),
            entry("concern-routed-anew", e -> "More people signed a letter, and it was routed anew"),
            entry("concern-measure-taken", e -> "A concern led to this: " + lower(words(e, "measure"))),
            entry(
                    "concern-measure-ended",
                    e -> "Ended, led to by a concern: " + lower(words(e, "measure")) + inPlaceOfChair(e)),
            entry("concern-weighed", e -> "The decision answered a concern"),
            entry("survey-opened", e -> "A survey of employees was opened, until " + word(e, "closesOn")),
            entry(
                    "survey-closed",
                    e -> "A survey of employees was closed; "
                            + (e.number("participants").isPresent()
                                    ? e.number("participants").getAsLong()
                                    : "fewer than ten")
                            + " people took part"),
            entry("concerns-counted", e -> "The concerns of a quarter that is over were counted"),
            entry("concern-escalated", e -> "A concern is overdue for an answer"),
            entry("concern-officer-recused", e -> "A concern officer stepped back from a concern"),
            entry(
                    "concern-seal-broken",
                    e -> "Something of a concern was changed outside of the application and is not shown"));

    private ConcernWords() {}
}
