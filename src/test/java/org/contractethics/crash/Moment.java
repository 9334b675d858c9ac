package org.contractethics.crash;

/** When the application is killed while a request of somebody is under way. */
enum Moment {
    /** Everything is written but the record entry: one step before the commit. */
    ON_THE_BRINK,
    /** Some time after the request was sent. */
    AT_RANDOM,
    /** The commit is done, what follows it has just begun. */
    JUST_COMMITTED
}
