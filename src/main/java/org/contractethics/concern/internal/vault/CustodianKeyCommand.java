package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.List;

/** The command {@code custodian-key}: makes, rotates and retires the custodian's keys as files; touches nothing else. */
public final class CustodianKeyCommand {

    private static final String USAGE =
            """
            custodian-key new FOLDER        makes public-key, private-key and lookup-key in a folder without them
            custodian-key rotate FOLDER     adds a key that is in force from now on; the earlier ones still open
            custodian-key list FOLDER       names the keys by their ids
            custodian-key retire ID FOLDER  removes a key that no longer seals anything""";

    private final PrintStream out;

    public CustodianKeyCommand(PrintStream out) {
        this.out = out;
    }

    /** @return 0 where it was done */
    public int run(List<String> arguments) {
        try {
            if (arguments.size() == 2 && arguments.get(0).equals("new")) {
                make(CustodianKeyFiles.in(arguments.get(1)));
            } else if (arguments.size() == 2 && arguments.get(0).equals("rotate")) {
                rotate(CustodianKeyFiles.in(arguments.get(1)));
            } else if (arguments.size() == 2 && arguments.get(0).equals("list")) {
                list(CustodianKeyFiles.in(arguments.get(1)).privateKeys());
            } else if (arguments.size() == 3 && arguments.get(0).equals("retire")) {
                retire(arguments.get(1), CustodianKeyFiles.in(arguments.get(2)));
            } else {
                out.println(USAGE);
                return 2;
            }
            return 0;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            out.println("Nothing was changed: " + e.getMessage());
            return 1;
        }
    }

    private void make(CustodianKeyFiles files) throws IOException {
        files.begin(CustodianKeys.made());
        out.println("Made in " + files.folder() + ": public-key, private-key, lookup-key.");
        out.println("Keep a copy of private-key and lookup-key in a safe: without them no concern is ever read again.");
    }

    private void rotate(CustodianKeyFiles files) throws IOException, GeneralSecurityException {
        KeysetHandle rotated = KeysetHandle.newBuilder(files.privateKeys())
                .addEntry(KeysetHandle.importKey(
                                KeyPairs.ofCustodian().getPrimary().getKey())
                        .makePrimary())
                .build();
        files.replace(rotated);
        list(rotated);
    }

    private void retire(String id, CustodianKeyFiles files) throws IOException, GeneralSecurityException {
        KeysetHandle keys = files.privateKeys();
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        for (int at = 0; at < keys.size(); at++) {
            KeysetHandle.Entry key = keys.getAt(at);
            if (Integer.toUnsignedString(key.getId()).equals(id)) {
                if (key.isPrimary()) {
                    throw new IllegalArgumentException("key " + id + " is in force; rotate first");
                }
                builder.deleteAt(at);
                KeysetHandle left = builder.build();
                files.replace(left);
                list(left);
                return;
            }
        }
        throw new IllegalArgumentException("there is no key " + id);
    }

    private void list(KeysetHandle keys) {
        for (int at = 0; at < keys.size(); at++) {
            KeysetHandle.Entry key = keys.getAt(at);
            out.println(Integer.toUnsignedString(key.getId()) + (key.isPrimary() ? " in force" : " opens only"));
        }
    }
}
