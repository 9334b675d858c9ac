package org.contractethics.concern.internal;

/** A file on its way out. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Download(String name, byte[] bytes) {}
