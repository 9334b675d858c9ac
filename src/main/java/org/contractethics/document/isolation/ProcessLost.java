package org.contractethics.document.isolation;

/** A reading process ended over a file, or had to be ended. */
final class ProcessLost extends Exception {

    private final How how;
    private final boolean recognising;

    /** @param recognising whether it was at the recognition of pictures */
    ProcessLost(How how, boolean recognising) {
        super(how.toString());
        this.how = how;
        this.recognising = recognising;
    }

    enum How {
        /** It was ended because the time of the file was over. */
        TIME,
        /** Its heap was full. */
        MEMORY,
        /** It ended by itself, or said what no reading can be. */
        BROKEN
    }

    How how() {
        return how;
    }

    boolean recognising() {
        return recognising;
    }
}
