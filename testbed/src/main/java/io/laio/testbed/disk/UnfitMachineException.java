package io.laio.testbed.disk;

/** This machine lacks something that emulated disks need; the message names it. */
public final class UnfitMachineException extends DiskException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is missing, and what to do about it
     */
    public UnfitMachineException(String message) {
        super(message);
    }
}
