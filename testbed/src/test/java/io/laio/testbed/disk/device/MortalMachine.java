package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.device.FakeMachine.Killed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A real machine on which whoever brings a disk up is cut off when the work of a stage is done, and not written down. */
final class MortalMachine {
    private MortalMachine() {}

    static DiskMachine of(DiskMachine real, Stage last) {
        return (DiskMachine) Proxy.newProxyInstance(
                DiskMachine.class.getClassLoader(), new Class<?>[] {DiskMachine.class}, (_, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (method.getName().equals(work(last))) {
                        throw new Killed();
                    }
                    return result;
                });
    }

    private static Object call(DiskMachine real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What is done in a stage. */
    private static String work(Stage stage) {
        return switch (stage) {
            case IMAGE -> "makeImage";
            case DAEMON -> "startDaemon";
            case LOOP -> "attachLoop";
            case QUEUE -> "setQueue";
            case FORMAT -> "makeFileSystem";
            case MOUNT -> "mount";
            case READY -> "pace";
        };
    }
}
