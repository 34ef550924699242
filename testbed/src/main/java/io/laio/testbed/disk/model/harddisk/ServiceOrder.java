package io.laio.testbed.disk.model.harddisk;

/** In which order waiting requests are served. */
public enum ServiceOrder {
    /** By address, in one direction only, then back to the lowest: what operating systems of 2004 did (C-LOOK). */
    ELEVATOR,
    /** As they arrived. */
    FCFS,
    /** The one that the head reaches first, rotation included: what a drive with native command queueing can do. */
    SHORTEST_POSITIONING
}
