package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.record.checkpoint.WitnessClient.Answer;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.PlainText;
import org.contractethics.record.proof.Policy.Witness;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.UnknownSignerException;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.Notes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows checkpoints to the witnesses of the policy and keeps their cosignatures. A witness that remembers more than the record has, or
 * something else, is believed: what it contradicts is kept and nothing is signed any more.
 */
@Component
class AskingWitnesses {

    private static final Logger LOG = LoggerFactory.getLogger(AskingWitnesses.class);

    /** Clocks of two houses differ a little; more means that one of them was set. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");
    private static final int EVIDENCE = 8_000;
    private static final int LONGEST_SAID = 200;

    /** Whoever tells another size each time is not asked for ever. */
    private static final int MOST_QUESTIONS = 8;

    private enum Outcome {
        COSIGNED,
        /** It has seen more already, of what another node has signed meanwhile. */
        OVERTAKEN,
        NOTHING
    }

    private final TrustPolicy trust;
    private final WitnessClient client;
    private final RecordTree tree;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final Clock clock;

    AskingWitnesses(
            TrustPolicy trust,
            WitnessClient client,
            RecordTree tree,
            Checkpoints checkpoints,
            CheckpointKeys keys,
            Clock clock) {
        this.trust = trust;
        this.client = client;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
    }

    /** Asks every witness that has not cosigned this checkpoint yet; one that does not answer is asked again with the next. */
    void show(StoredCheckpoint checkpoint) {
        trust.policy().witnesses().stream()
                .filter(witness -> witness.url() != null)
                .filter(witness -> checkpoints.lastCosigned(witness.name()) < checkpoint.size())
                .forEach(witness -> ask(witness, checkpoint));
    }

    /**
     * Asks every witness what it remembers, before anything new is signed: by the last checkpoint, or by one of an empty record, which
     * agrees with everything but a witness that has seen more. Returns whether enough of them agree; one without an address cannot be
     * asked and is not waited for.
     */
    boolean greet(Optional<StoredCheckpoint> last) {
        StoredCheckpoint known = last.orElseGet(this::empty);
        Set<String> agreed = trust.policy().witnesses().stream()
                .filter(witness -> witness.url() == null || agrees(witness, known))
                .map(Witness::name)
                .collect(Collectors.toSet());
        return trust.policy().quorum(agreed);
    }

    private boolean agrees(Witness witness, StoredCheckpoint known) {
        Outcome outcome = ask(witness, known);
        return outcome == Outcome.COSIGNED
                || (outcome == Outcome.OVERTAKEN
                        && ask(witness, checkpoints.last().orElse(known)) == Outcome.COSIGNED);
    }

    private StoredCheckpoint empty() {
        byte[] root = tree.hashes().root(0);
        String text = Notes.checkpoint(checkpoints.origin(), 0, root);
        return new StoredCheckpoint(checkpoints.origin(), 0, root, keys.note(text), clock.instant());
    }

    /** A witness that others move on meanwhile answers with another size each time, and is asked again while that is new. */
    private Outcome ask(Witness witness, StoredCheckpoint checkpoint) {
        long old = Math.min(checkpoints.lastCosigned(witness.name()), checkpoint.size());
        Set<Long> asked = new HashSet<>(Set.of(old));
        try {
            Answer answer = add(witness, checkpoint, old);
            OptionalLong told = remembered(answer);
            while (told.orElse(Long.MAX_VALUE) <= checkpoint.size()
                    && asked.size() < MOST_QUESTIONS
                    && asked.add(told.getAsLong())) {
                old = told.getAsLong();
                answer = add(witness, checkpoint, old);
                told = remembered(answer);
            }
            return take(witness, checkpoint, answer.status() == 422 ? add(witness, checkpoint, old) : answer, old);
        } catch (IOException e) {
            LOG.warn("a witness does not answer witness={} problem={}", witness.name(), said(e.toString()));
            return Outcome.NOTHING;
        }
    }

    private Answer add(Witness witness, StoredCheckpoint checkpoint, long old) throws IOException {
        List<byte[]> path = tree.hashes().consistency(old, checkpoint.size());
        return client.add(witness, Notes.addCheckpoint(old, path, checkpoint.note()));
    }

    /** What stands between us and a witness may say anything once, so 422 counts only when it is said twice. */
    private Outcome take(Witness witness, StoredCheckpoint checkpoint, Answer answer, long old) {
        return switch (answer.status()) {
            case 200 -> keep(witness, checkpoint, answer.body());
            case 409 -> conflict(witness, checkpoint, answer, old);
            case 422 ->
                contradicted(
                        witness,
                        checkpoint,
                        answer,
                        "remembers other entries than the record of " + checkpoint.size() + " has.");
            default -> refused(witness, answer);
        };
    }

    private Outcome conflict(Witness witness, StoredCheckpoint checkpoint, Answer answer, long old) {
        OptionalLong told = remembered(answer);
        if (told.isEmpty()) {
            return refused(witness, answer);
        }
        long remembered = told.getAsLong();
        if (remembered > checkpoint.size()) {
            return larger(witness, checkpoint, answer, remembered);
        }
        return remembered == checkpoint.size() && old == remembered
                ? contradicted(
                        witness, checkpoint, answer, "remembers another record of " + checkpoint.size() + " entries.")
                : refused(witness, answer);
    }

    /** Another node may have signed and shown more since; what it showed is in the database before any witness sees it. */
    private Outcome larger(Witness witness, StoredCheckpoint checkpoint, Answer answer, long remembered) {
        if (checkpoints.last().filter(newest -> newest.size() >= remembered).isPresent()) {
            LOG.info("another node was faster witness={} remembers={}", witness.name(), remembered);
            return Outcome.OVERTAKEN;
        }
        return contradicted(
                witness,
                checkpoint,
                answer,
                "remembers " + remembered + " entries where the record had " + checkpoint.size()
                        + ": it was cut or restored from an older copy.");
    }

    private static Outcome refused(Witness witness, Answer answer) {
        LOG.warn(
                "a witness refuses a checkpoint witness={} status={} says={}",
                witness.name(),
                answer.status(),
                said(answer.body()));
        return Outcome.NOTHING;
    }

    /** On one line of the log, which is ours. */
    private static String said(String words) {
        return PlainText.of(
                words.substring(0, Math.min(LONGEST_SAID, words.length())).strip());
    }

    private Outcome contradicted(Witness witness, StoredCheckpoint checkpoint, Answer answer, String what) {
        String sentence = "The witness " + witness.name() + " " + what;
        LOG.error("the record contradicts what a witness has seen: {}", sentence);
        if (checkpoints.contradiction().isEmpty()) {
            // the database holds no NUL
            String evidence = checkpoint.note() + "\n" + answer.status() + "\n"
                    + answer.body().replace('\0', '?');
            checkpoints.contradict(
                    sentence,
                    evidence.substring(0, Math.min(EVIDENCE, evidence.length())),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return Outcome.NOTHING;
    }

    private Outcome keep(Witness witness, StoredCheckpoint checkpoint, String lines) {
        try {
            SignedNote cosigned = SignedNote.open(checkpoint.note() + lines, List.of(witness.key()));
            Instant time =
                    Instant.ofEpochSecond(cosigned.signatures().get(0).time().orElse(0));
            if (Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                LOG.error("the clocks of record and witness differ witness={} says={}", witness.name(), time);
            }
            if (checkpoint.size() > 0) {
                checkpoints.cosign(checkpoint.size(), witness.name(), ours(witness, checkpoint, lines), time);
            }
            return Outcome.COSIGNED;
        } catch (NotProvenException e) {
            LOG.warn(
                    "a witness answers with no cosignature witness={} problem={}",
                    witness.name(),
                    said(String.valueOf(e.getMessage())));
            return Outcome.NOTHING;
        }
    }

    /** The line that its key signed. Lines of other keys are not asked for and not kept, whatever name they bear. */
    private static String ours(Witness witness, StoredCheckpoint checkpoint, String lines) throws NotProvenException {
        for (String line : lines.split("\n", -1)) {
            if (line.startsWith("\u2014 " + witness.key().name() + " ") && signed(witness, checkpoint, line)) {
                return line + "\n";
            }
        }
        throw new NotProvenException("no line of the key of " + witness.name());
    }

    private static boolean signed(Witness witness, StoredCheckpoint checkpoint, String line) throws NotProvenException {
        try {
            SignedNote.open(checkpoint.note() + line + "\n", List.of(witness.key()));
            return true;
        } catch (UnknownSignerException e) {
            return false;
        }
    }

    /** The size that the witness knows, where it says that it knows another than it was told. */
    private static OptionalLong remembered(Answer answer) {
        var size = SIZE.matcher(answer.body());
        return answer.status() == 409 && size.matches()
                ? OptionalLong.of(Long.parseLong(size.group(1)))
                : OptionalLong.empty();
    }
}
