package io.laio.linux;

/** The processor architectures whose system call numbers and layouts the binding knows. */
public enum Architecture {
    /** 64-bit x86. */
    X86_64,
    /** 64-bit ARM. */
    AARCH64;

    /** The architecture that this JVM runs on. */
    public static final Architecture CURRENT = of(System.getProperty("os.arch", ""));

    /**
     * Names the architecture.
     *
     * @param osArch the value of the system property {@code os.arch}
     * @return the architecture
     * @throws UnsupportedOperationException if the binding has no numbers for it
     */
    public static Architecture of(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64", "arm64" -> AARCH64;
            default ->
                throw new UnsupportedOperationException(
                        "laio knows the Linux system calls of x86-64 and aarch64, not of " + osArch);
        };
    }
}
