package org.contractethics.report.internal;

/** A file of a report that nobody signed yet, in the edition of the chair who could. */
public final class UnsignedReport {

    private final byte[] bytes;
    private final String fingerprint;

    UnsignedReport(byte[] bytes, String fingerprint) {
        this.bytes = bytes.clone();
        this.fingerprint = fingerprint;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Of what it says; whoever signs names it as seen. */
    public String fingerprint() {
        return fingerprint;
    }
}
