package io.laio.simulation;

import io.laio.SimulatedLaio;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import org.jspecify.annotations.Nullable;

/** The simulated machine as other threads see it: their calls take no time of the library's thread, and may wait. */
final class WorkerKernel implements Linux, SimulatedLaio.Threads {
    private final Machine machine;
    private final FileCalls files;
    private @Nullable Description blockedOn;

    WorkerKernel(Machine machine) {
        this.machine = machine;
        this.files = new FileCalls(machine, true);
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        SystemCall call = SystemCall.ofNumber(number);
        if (call == null) {
            throw new AssertionError("system call " + number);
        }
        long result = files.make(call, (int) a, b, c, d, f);
        if (result == SimulatedLaio.BLOCKED) {
            blockedOn = machine.descriptors().find((int) a);
        }
        return result;
    }

    @Override
    public void later(Runnable step) {
        machine.agenda().in(machine.chance().delay(), step);
    }

    @Override
    public void whenUnblocked(Runnable step) {
        Description file = blockedOn;
        if (file == null) {
            throw new AssertionError("nothing was blocked");
        }
        file.watch(new Runnable() {
            @Override
            public void run() {
                file.unwatch(this);
                later(step);
            }
        });
    }

    @Override
    public boolean signalMisses() {
        return machine.chance().strikes(Trouble.MISSED);
    }
}
