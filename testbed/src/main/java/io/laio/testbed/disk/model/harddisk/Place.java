package io.laio.testbed.disk.model.harddisk;

/**
 * Where a sector of the image lies.
 *
 * @param step which of the cylinders that hold the image, counted from the outermost
 * @param cylinder the drive's cylinder
 * @param head the surface
 * @param index which sector of its track
 * @param sectorsPerTrack how many there are on that track
 */
record Place(int step, int cylinder, int head, int index, int sectorsPerTrack) {}
