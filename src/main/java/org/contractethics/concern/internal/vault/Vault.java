package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import org.contractethics.concern.internal.vault.VaultKeys.Wrap;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what belongs to a concern, and opens it for those entitled. The database only ever gets what was sealed here: neither it, a
 * backup nor an engine table can say what a concern says.
 *
 * <p>Sealing needs the custodian's public key only. Everything that opens, entitles or changes a filer's key is refused with 503 while
 * the private key is absent, and with 404 where there is no wrap, or where the key was destroyed and came back with an older copy of the
 * database.
 */
@Service
@Transactional
public class Vault {

    private final VaultKeys keys;
    private final Custodian custodian;
    private final BrokenSeals broken;
    private final DestroyedKeys destroyed;

    Vault(VaultKeys keys, Custodian custodian, BrokenSeals broken, DestroyedKeys destroyed) {
        this.keys = keys;
        this.custodian = custodian;
        this.broken = broken;
        this.destroyed = destroyed;
    }

    /** A key pair for the concern, for those who handle it. */
    public void begin(ConcernId concern, Set<String> recipients, byte @Nullable [] filerKey) {
        begin(concern, Part.HANDLING, recipients, filerKey);
    }

    /**
     * A key pair for one readership of the concern.
     *
     * @param recipients account names of those entitled
     * @param filerKey 32 bytes that only the filer can bring again; null where the filer does not read here
     */
    public void begin(ConcernId concern, Part part, Set<String> recipients, byte @Nullable [] filerKey) {
        KeysetHandle pair = KeyPairs.plain();
        byte[] secret = KeyPairs.privateHalf(pair);
        try {
            byte[] custody = custodian.seal(secret, Context.ofConcern(concern, part));
            keys.addConcernKey(concern, part, KeyPairs.publicHalf(pair), custody, custodian.keyInForce());
            recipients.forEach(recipient -> wrap(concern, part, recipient, secret));
            if (filerKey != null) {
                keys.putFilerWrap(concern, part, wrappedForFiler(concern, part, filerKey, secret));
            }
        } finally {
            wipe(secret);
        }
    }

    /** A key pair for one more readership, which nobody has a wrap of yet; nothing where there is one. */
    public void beginApart(ConcernId concern, Part part) {
        if (keys.publicKeyOf(concern, part).isEmpty()) {
            begin(concern, part, Set.of(), null);
        }
    }

    /** Seals for those who handle the concern and its filer. */
    public byte[] seal(ConcernId concern, String field, byte[] plain) {
        return seal(concern, Part.HANDLING, field, plain);
    }

    /** Seals for one readership; the field's name has to be given again to open it. Each call gives other bytes. */
    @Transactional(readOnly = true)
    public byte[] seal(ConcernId concern, Part part, String field, byte[] plain) {
        var unused = custodian.requireSealing();
        byte[] publicKey = keys.publicKeyOf(concern, part).orElseThrow(Vault::unknown);
        byte[] padded = Padding.padded(plain);
        try {
            return KeyPairs.sealed(publicKey, padded, Context.ofField(concern, part, field));
        } finally {
            wipe(padded);
        }
    }

    public byte[] seal(ConcernId concern, Part part, String field, String plain) {
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        try {
            return seal(concern, part, field, bytes);
        } finally {
            wipe(bytes);
        }
    }

    /** Opens a part once, for many fields. */
    @Transactional(readOnly = true)
    public Opening opening(ConcernId concern, Part part, Opener opener) {
        custodian.requireUnsealed();
        demandNotDestroyed(concern, part);
        byte[] secret = opener instanceof Opener.Person person
                ? secretOf(concern, part, person.account())
                : secretOfFiler(concern, part, ((Opener.Filer) opener).key());
        try {
            return new Opening(concern, part, KeyPairs.opening(secret), broken);
        } catch (GeneralSecurityException e) {
            throw brokenKey(concern);
        } finally {
            wipe(secret);
        }
    }

    /** Wraps every part that people read for one more person, by the custodian's copy; whoever has a wrap keeps it. */
    public void entitle(ConcernId concern, String recipient) {
        keys.partsOf(concern).stream().filter(Part::isForHandlers).forEach(part -> entitle(concern, part, recipient));
    }

    /** Wraps one part for one more person. */
    public void entitle(ConcernId concern, Part part, String recipient) {
        custodian.requireUnsealed();
        demandNotDestroyed(concern, part);
        byte[] custody = keys.custodyOf(concern, part).orElseThrow(Vault::unknown);
        byte[] secret = opened(concern, custody, Context.ofConcern(concern, part));
        try {
            wrap(concern, part, recipient, secret);
        } finally {
            wipe(secret);
        }
    }

    /** The same plain bytes for another readership, by the custodian's copy: nobody reads them meanwhile. */
    public byte[] reseal(ConcernId concern, Part from, Part to, String field, byte[] sealed) {
        custodian.requireUnsealed();
        demandNotDestroyed(concern, from);
        byte[] custody = keys.custodyOf(concern, from).orElseThrow(Vault::unknown);
        byte[] secret = opened(concern, custody, Context.ofConcern(concern, from));
        try {
            byte[] plain = new Opening(concern, from, KeyPairs.opening(secret), broken).bytes(field, sealed);
            byte[] again = seal(concern, to, field, plain);
            wipe(plain);
            return again;
        } catch (GeneralSecurityException e) {
            throw brokenKey(concern);
        } finally {
            wipe(secret);
        }
    }

    /** Whether this person has a wrap of the part. */
    @Transactional(readOnly = true)
    public boolean isEntitled(ConcernId concern, Part part, String recipient) {
        return keys.wrapOf(concern, part, recipient).isPresent();
    }

    /** Deletes every wrap of this person. */
    public void withdraw(ConcernId concern, String recipient) {
        keys.withdraw(concern, recipient);
    }

    /** The filer's code changed: only the new key opens from now on. */
    public void rewrapForFiler(ConcernId concern, byte[] oldKey, byte[] newKey) {
        custodian.requireUnsealed();
        for (Part part : keys.partsOf(concern)) {
            if (keys.filerWrapOf(concern, part).isPresent()) {
                byte[] secret = secretOfFiler(concern, part, oldKey);
                keys.putFilerWrap(concern, part, wrappedForFiler(concern, part, newKey, secret));
                wipe(secret);
            }
        }
    }

    /** Deletes the keys of the concern and every wrap: nothing sealed with them can be opened any more, by nobody. */
    public void destroy(ConcernId concern) {
        keys.destroy(concern);
    }

    /** Deletes the key of one readership, and every wrap of it. */
    public void destroy(ConcernId concern, Part part) {
        keys.destroy(concern, part);
    }

    /** Whether nothing can be opened because the custodian's private key is absent. */
    public boolean isSealed() {
        return custodian.isSealed();
    }

    /** What is not there, and what somebody has no wrap of, are the same. */
    public static Refused unknown() {
        return Refused.notFound("There is no such concern among those you filed or handle.");
    }

    /** Refuses while nothing can be opened, and where what its handlers read was destroyed. */
    @Transactional(readOnly = true)
    public void demandReadable(ConcernId concern) {
        custodian.requireUnsealed();
        demandNotDestroyed(concern, Part.HANDLING);
    }

    private void demandNotDestroyed(ConcernId concern, Part part) {
        if (destroyed.name(concern, part)) {
            throw unknown();
        }
    }

    private void wrap(ConcernId concern, Part part, String recipient, byte[] secret) {
        byte[] publicKey = keys.publicKeyOf(recipient).orElseGet(() -> newKeyOf(recipient));
        keys.addWrap(
                concern, part, recipient, KeyPairs.sealed(publicKey, secret, Context.ofWrap(concern, part, recipient)));
    }

    private byte[] newKeyOf(String recipient) {
        KeysetHandle pair = KeyPairs.plain();
        byte[] secret = KeyPairs.privateHalf(pair);
        try {
            byte[] custody = custodian.seal(secret, Context.ofRecipient(recipient));
            keys.addRecipient(recipient, KeyPairs.publicHalf(pair), custody, custodian.keyInForce());
        } finally {
            wipe(secret);
        }
        // somebody else may have been first
        return keys.publicKeyOf(recipient).orElseThrow();
    }

    private byte[] secretOf(ConcernId concern, Part part, String recipient) {
        Wrap wrap = keys.wrapOf(concern, part, recipient).orElseThrow(Vault::unknown);
        byte[] personal = opened(concern, wrap.sealedPrivate(), Context.ofRecipient(recipient));
        try {
            return KeyPairs.opening(personal).decrypt(wrap.wrap(), Context.ofWrap(concern, part, recipient));
        } catch (GeneralSecurityException e) {
            throw brokenKey(concern);
        } finally {
            wipe(personal);
        }
    }

    private byte[] secretOfFiler(ConcernId concern, Part part, byte[] filerKey) {
        byte[] wrap = keys.filerWrapOf(concern, part).orElseThrow(Vault::unknown);
        try {
            return new AesGcmJce(filerKey).decrypt(wrap, Context.ofFilerWrap(concern, part));
        } catch (GeneralSecurityException wrongKey) {
            throw unknown();
        }
    }

    private static byte[] wrappedForFiler(ConcernId concern, Part part, byte[] filerKey, byte[] secret) {
        if (filerKey.length != 32) {
            throw new IllegalArgumentException("a filer's key has 32 bytes");
        }
        try {
            return new AesGcmJce(filerKey).encrypt(secret, Context.ofFilerWrap(concern, part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a filer's key that wraps nothing", e);
        }
    }

    private byte[] opened(ConcernId concern, byte[] custody, byte[] context) {
        try {
            return custodian.open(custody, context);
        } catch (GeneralSecurityException e) {
            throw brokenKey(concern);
        }
    }

    private Refused brokenKey(ConcernId concern) {
        broken.found(concern, "key");
        return BrokenSeals.refused();
    }

    private static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }
}
