package io.laio;

import io.laio.linux.InterruptSignal;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;

/** Makes the system call that another thread waits in return EINTR. */
@FunctionalInterface
interface Interrupter {
    /** Interrupts the call, if the thread is in one. It may be too early, so the caller repeats it as long as is needed. */
    void interrupt(int threadId);

    /** Interrupts with a signal that this process uses for nothing else; without such a signal it does nothing. */
    static Interrupter bySignal(Linux linux) {
        int signal = InterruptSignal.install();
        int process = (int) linux.syscall(SystemCall.GETPID, 0, 0, 0, 0);
        return threadId -> {
            if (signal > 0) {
                linux.syscall(SystemCall.TGKILL, process, threadId, signal, 0);
            }
        };
    }
}
