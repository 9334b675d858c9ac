package org.contractethics.record.proof;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * What a time stamping authority answered (RFC 3161): that it had the hash of some bytes at some time. Verified without any network, so
 * whether its certificate was revoked is not asked.
 *
 * @param at when it says that was
 * @param latest the same with the error that it admits
 */
public record Timestamp(Instant at, Instant latest) {

    /**
     * Proves that these bytes existed at that time: their hash, the signature over it, and the certificate of the signer, made for time
     * stamps, valid at that time and leading to an anchor.
     *
     * @param response the whole answer, not the token alone
     */
    public static Timestamp verify(byte[] response, byte[] data, Collection<X509Certificate> anchors)
            throws NotProvenException {
        Timestamp stamp = read(response, data);
        try {
            TimeStampToken token = token(response);
            demandChain(signer(token), token, stamp.at(), anchors);
            return stamp;
        } catch (TSPException | GeneralSecurityException e) {
            throw new NotProvenException("a time stamp of nobody who is believed: " + e.getMessage());
        }
    }

    /** The same of whoever it was that signed: their certificate leads nowhere. */
    public static Timestamp read(byte[] response, byte[] data) throws NotProvenException {
        try {
            TimeStampToken token = token(response);
            demandImprint(token, data);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer(token)));
            return of(token);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new NotProvenException("a time stamp that does not hold: " + e.getMessage());
        }
    }

    private static TimeStampToken token(byte[] response) throws NotProvenException, TSPException {
        try {
            TimeStampResponse answer = new TimeStampResponse(response);
            boolean granted =
                    answer.getStatus() == PKIStatus.GRANTED || answer.getStatus() == PKIStatus.GRANTED_WITH_MODS;
            TimeStampToken token = answer.getTimeStampToken();
            if (!granted || token == null) {
                throw new NotProvenException("no time stamp was granted");
            }
            return token;
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new NotProvenException("a time stamp that cannot be read");
        }
    }

    private static void demandImprint(TimeStampToken token, byte[] data)
            throws NotProvenException, GeneralSecurityException {
        boolean sha256 =
                NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(data);
        if (!sha256 || !MessageDigest.isEqual(hash, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new NotProvenException("a time stamp of something else");
        }
    }

    private static X509CertificateHolder signer(TimeStampToken token) throws NotProvenException {
        return certificates(token).stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new NotProvenException("a time stamp without the certificate of who made it"));
    }

    private static Collection<X509CertificateHolder> certificates(TimeStampToken token) {
        return token.getCertificates().getMatches(null);
    }

    private static Timestamp of(TimeStampToken token) {
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        GenTimeAccuracy error = token.getTimeStampInfo().getGenTimeAccuracy();
        return new Timestamp(
                at,
                error == null
                        ? at
                        : at.plusSeconds(error.getSeconds())
                                .plusMillis(error.getMillis())
                                .plusNanos(error.getMicros() * 1_000L));
    }

    private static void demandChain(
            X509CertificateHolder signer, TimeStampToken token, Instant at, Collection<X509Certificate> anchors)
            throws NotProvenException, GeneralSecurityException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        X509Certificate certificate = converter.getCertificate(signer);
        if (anchors.contains(certificate)) {
            return;
        }
        if (anchors.isEmpty()) {
            throw new NotProvenException("a time stamp, and no authority that is believed");
        }
        List<X509Certificate> given = new ArrayList<>();
        for (X509CertificateHolder one : certificates(token)) {
            given.add(converter.getCertificate(one));
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(given)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
