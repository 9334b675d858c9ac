package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The custodian's keys as files of one folder; only their owner reads the secret ones. */
record CustodianKeyFiles(Path folder) {

    private static final String PUBLIC = "public-key";
    private static final String PRIVATE = "private-key";
    private static final String LOOKUP = "lookup-key";

    static CustodianKeyFiles in(String folder) {
        return new CustodianKeyFiles(Path.of(folder));
    }

    void begin(CustodianKeys keys) throws IOException {
        for (String name : new String[] {PUBLIC, PRIVATE, LOOKUP}) {
            if (Files.exists(folder.resolve(name))) {
                throw new IllegalStateException("there is a file " + folder.resolve(name) + " already");
            }
        }
        Files.createDirectories(folder);
        write(PRIVATE, keys.privateKey());
        write(LOOKUP, keys.lookupKey());
        write(PUBLIC, keys.publicKey());
    }

    KeysetHandle privateKeys() throws IOException, GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(Files.readString(folder.resolve(PRIVATE)).strip());
        return KeyPairs.privateKeys(bytes);
    }

    /** The private keys first: at no moment a public key is there that nothing opens. */
    void replace(KeysetHandle keys) throws IOException {
        CustodianKeys text = CustodianKeys.of(keys, "");
        write(PRIVATE, text.privateKey());
        write(PUBLIC, text.publicKey());
    }

    private void write(String name, String text) throws IOException {
        Path whole = Files.createTempFile(
                folder,
                name,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text + "\n");
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
