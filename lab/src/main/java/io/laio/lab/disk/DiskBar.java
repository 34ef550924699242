package io.laio.lab.disk;

/**
 * A bar that {@code --check} holds a disk to.
 *
 * @param disk whose
 * @param words what is judged, with its unit
 * @param value as measured
 * @param low the least that is good
 * @param high the most that is good; infinite if there is none
 */
public record DiskBar(String disk, String words, double value, double low, double high) {
    /**
     * Whether it holds.
     *
     * @return true on the bounds too, never for what is no number
     */
    public boolean holds() {
        return value >= low && value <= high;
    }
}
