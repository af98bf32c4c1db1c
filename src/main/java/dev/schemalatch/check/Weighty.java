package dev.schemalatch.check;

/** Something that is kept in memory. */
interface Weighty {

    /** How many objects this holds in memory, for the cache's bound. */
    int weight();
}
