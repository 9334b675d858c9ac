package org.contractethics.concern.internal.letter;

import org.contractethics.shared.ConcernId;

/** Somebody signed; told in the transaction of the signature, with the number of people who signed the version in force. */
public record SignaturesCounted(ConcernId letter, int signatures) {}
