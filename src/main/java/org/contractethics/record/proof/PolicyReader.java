package org.contractethics.record.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.proof.Policy.Group;
import org.contractethics.record.proof.Policy.Witness;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy line by line; each line may name only what stands above it, so no group can contain itself. Two kinds of lines are our
 * own: {@code tsa NAME CERTIFICATE} names a time stamping authority whose tokens are believed, by the DER of an anchor in Base64, and
 * {@code compromised KEY since DATE} a key of a log that others may have had from then on.
 */
final class PolicyReader {

    private static final int WITH_URL = 4;
    private static final int DAY = "2026-11-26".length();

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Map<VerifierKey, Instant> compromised = new HashMap<>();
    private final List<X509Certificate> authorities = new ArrayList<>();
    private @Nullable String quorum;

    Policy read(String text) throws NotProvenException {
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            throw new NotProvenException("a control character in the policy");
        }
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("[ \t]+", -1);
            if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                read(line, words);
            }
        }
        if (quorum == null) {
            throw new NotProvenException("the policy has no quorum");
        }
        return new Policy(logs, witnesses, groups, quorum, compromised, authorities);
    }

    private void read(String line, String[] words) throws NotProvenException {
        if (words[0].equals("log") && (words.length == 2 || words.length == 3)) {
            log(words[1]);
        } else if (words[0].equals("witness") && (words.length == 3 || words.length == WITH_URL)) {
            witness(words[1], words[2], words.length == WITH_URL ? words[3] : null);
        } else if (words[0].equals("group") && words.length >= 4) {
            group(words[1], words[2], List.of(words).subList(3, words.length));
        } else if (words[0].equals("quorum") && words.length == 2 && quorum == null) {
            quorum = words[1].equals(Policy.NONE) ? words[1] : known(words[1]);
        } else if (words[0].equals("tsa") && words.length == 3) {
            authorities.add(certificate(words[1], words[2]));
        } else if (words[0].equals("compromised") && words.length == 4 && words[2].equals("since")) {
            compromised(words[1], words[3]);
        } else {
            throw new NotProvenException("a line of the policy that cannot be read: " + Strict.shortened(line));
        }
    }

    private void log(String vkey) throws NotProvenException {
        VerifierKey key = key(vkey);
        if (key.cosigns() || logs.stream().anyMatch(key::sameKey)) {
            throw new NotProvenException("a log with the key of a witness or of another log: " + key.name());
        }
        logs.add(key);
    }

    private static X509Certificate certificate(String name, String base64) throws NotProvenException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Strict.base64(base64)));
        } catch (CertificateException e) {
            throw new NotProvenException("the certificate of the time stamping authority " + name + " cannot be read");
        }
    }

    /** A day begins in UTC. */
    private void compromised(String vkey, String date) throws NotProvenException {
        VerifierKey key = key(vkey);
        if (!logs.contains(key)) {
            throw new NotProvenException("the policy knows no log with the compromised key above this line: " + vkey);
        }
        try {
            Instant since = Instant.parse(date.length() == DAY ? date + "T00:00:00Z" : date);
            compromised.merge(key, since, (one, other) -> one.isBefore(other) ? one : other);
        } catch (DateTimeException e) {
            throw new NotProvenException("since when a key is compromised cannot be read: " + date);
        }
    }

    private void witness(String name, String vkey, @Nullable String url) throws NotProvenException {
        VerifierKey key = key(vkey);
        if (!key.cosigns() || witnesses.values().stream().anyMatch(other -> key.sameKey(other.key()))) {
            throw new NotProvenException("a witness with the key of a log or of another witness: " + name);
        }
        demandNew(name);
        witnesses.put(name, new Witness(name, key, url));
    }

    /** The policy is read byte by byte, key names are UTF-8. */
    private static VerifierKey key(String vkey) throws NotProvenException {
        return VerifierKey.parse(new String(vkey.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private void group(String name, String threshold, List<String> names) throws NotProvenException {
        demandNew(name);
        for (String member : names) {
            if (!members.add(known(member))) {
                throw new NotProvenException(member + " is a member twice");
            }
        }
        long least =
                switch (threshold) {
                    case "all" -> names.size();
                    case "any" -> 1;
                    default -> Strict.number(threshold);
                };
        if (least < 1 || least > names.size()) {
            throw new NotProvenException("group " + name + " asks for " + threshold + " of " + names.size());
        }
        groups.put(name, new Group((int) least, List.copyOf(names)));
    }

    private String known(String name) throws NotProvenException {
        if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
            throw new NotProvenException("the policy knows no " + name + " above this line");
        }
        return name;
    }

    private void demandNew(String name) throws NotProvenException {
        if (name.equals(Policy.NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
            throw new NotProvenException("the name " + name + " is taken");
        }
    }
}
