package org.contractethics.contract;

/** The words for codes of the capability catalogue. */
public interface CapabilityNames {

    /** A code of an earlier catalogue stands for itself. */
    String label(String code);
}
