package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelling, abandoning and closing, at every moment of an operation's life. */
class CancelTest extends EngineFixture {
    @ParameterizedTest
    @EnumSource
    void operationIsCancelledBeforeItIsSubmitted(Laziness laziness) {
        int[] pipe = Loopback.pipe(linux);
        laio.read(pipe[0], loop.at(0), 1, -1, laziness);
        long handle = loop.handle();
        laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @ParameterizedTest
    @EnumSource
    void operationIsCancelledWhileItWaitsInTheKernel(Laziness laziness) {
        int[] pipe = Loopback.pipe(linux);
        laio.read(pipe[0], loop.at(0), 1, -1, laziness);
        long handle = loop.handle();
        for (int turns = 0; turns < 20; turns++) {
            assertEquals(0, laio.poll(loop.completions, 500_000));
        }
        laio.cancel(handle);
        laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @ParameterizedTest
    @EnumSource
    void cancelAlwaysWinsInTheEnd(Laziness laziness) {
        int[] pair = Loopback.socketPair(linux);
        for (int round = 0; round < 2_000; round++) {
            laio.recv(pair[0], loop.at(0), 1, 0, laziness);
            long handle = loop.handle();
            if (round % 3 != 0) {
                laio.poll(loop.completions, 0);
            }
            if (round % 3 == 2) {
                Thread.onSpinWait();
            }
            laio.cancel(handle);
            assertEquals(-Errno.ECANCELED, loop.await(handle), "round " + round);
        }
    }

    @Test
    void closeDoesNotHideWhatWasWhollySent() {
        int[] pair = Loopback.socketPair(linux);
        laio.send(pair[0], loop.at(0), 100, 0, 0, 0, Laziness.RING);
        long send = loop.handle();
        laio.close(pair[0]);
        long close = loop.handle();
        Map<Long, Long> results = loop.await(2);
        // io_uring sends it before it sees the cancellation; otherwise it is cancelled before anybody tried.
        long got = linux.recv(pair[1], loop.at(0), 1000, 0);
        long sent = got == 0 ? -Errno.ECANCELED : got;
        assertEquals(Map.of(send, sent, close, 0L), results);
        assertEquals(engine == Engine.RING ? 100 : 0, got);
    }

    @ParameterizedTest
    @EnumSource
    void closeEndsReceivesAndSendsAtAnyMoment(Laziness laziness) {
        for (int round = 0; round < 300; round++) {
            int[] pair = Loopback.socketPair(linux);
            Map<Long, String> expected = new HashMap<>();
            laio.recv(pair[0], loop.at(0), 100, 0, laziness);
            expected.put(loop.handle(), "recv");
            laio.send(pair[0], loop.at(0), TestLoop.BUFFER_BYTES, loop.at(0), TestLoop.BUFFER_BYTES, 0, Laziness.RING);
            expected.put(loop.handle(), "send");
            if (round % 2 == 0) {
                laio.poll(loop.completions, 0);
            }
            laio.close(pair[0]);
            expected.put(loop.handle(), "close");
            assertEquals(expected.keySet(), loop.await(expected.size()).keySet());
            assertEquals(-Errno.EBADF, linux.close(pair[0]), "it is closed");
            linux.close(pair[1]);
        }
        assertEquals(0, laio.counters().staleCompletions());
    }

    @Test
    void nothingStartsOnADescriptorThatIsBeingClosed() {
        int[] pair = Loopback.socketPair(linux);
        laio.recv(pair[0], loop.at(0), 1, 0);
        laio.close(pair[0]);
        for (Laziness laziness : Laziness.values()) {
            assertEquals(-1, laio.recv(pair[0], loop.at(0), 1, 0, laziness));
            assertEquals(Errno.EBADF, laio.errno());
            assertEquals(-1, laio.send(pair[0], loop.at(0), 1, 0, 0, 0, laziness));
            assertEquals(Errno.EBADF, laio.errno());
        }
        assertEquals(2, loop.await(2).size());
    }

    @Test
    void closeTellsHowLongItTook() {
        int[] pair = Loopback.socketPair(linux);
        laio.recv(pair[0], loop.at(0), 1, 0);
        laio.close(pair[0]);
        long close = loop.handle();
        long before = System.nanoTime();
        loop.await(2);
        for (int i = 0; i < loop.completions.count(); i++) {
            if (loop.completions.handle(i) == close) {
                assertTrue(loop.completions.blockedNanos(i) > 0, "it blocked");
                assertTrue(loop.completions.blockedNanos(i) <= System.nanoTime() - before + 1_000_000_000L);
            }
        }
    }

    @Test
    void closingOneDescriptorLeavesItsDuplicateAlone() {
        int[] pair = Loopback.socketPair(linux);
        int duplicate = Loopback.check(linux.syscall(io.laio.linux.SystemCall.FCNTL, pair[0], 0, 0, 0));
        laio.recv(duplicate, loop.at(0), 1, 0);
        long kept = loop.handle();
        laio.send(pair[0], loop.at(0), TestLoop.BUFFER_BYTES, loop.at(0), TestLoop.BUFFER_BYTES, 0, Laziness.RING);
        laio.poll(loop.completions, 0);
        while (laio.inFlight() > 1) { // if it fitted into the socket's buffers: more
            laio.close(pair[0]);
            assertEquals(2, loop.await(2).size());
        }
        linux.send(pair[1], loop.at(0), 1, 0);
        assertEquals(1, loop.await(kept));
    }

    @ParameterizedTest
    @EnumSource
    void abandonedOperationIsNeverDelivered(Laziness laziness) {
        int[] pipe = Loopback.pipe(linux);
        laio.read(pipe[0], loop.at(0), 1, -1, laziness);
        laio.abandon(loop.handle());
        loop.awaitSilently();
    }

    @Test
    void operationAbandonedAfterItCompletedIsNotDeliveredEither() {
        int[] pipe = Loopback.pipe(linux);
        int[] other = Loopback.pipe(linux);
        linux.write(pipe[1], loop.at(0), 1);
        linux.write(other[1], loop.at(0), 1);
        laio.read(pipe[0], loop.at(0), 1, -1, Laziness.RING);
        laio.read(other[0], loop.at(0), 1, -1, Laziness.RING);
        long second = loop.handle();
        Completions one = new Completions(1);
        assertEquals(1, laio.poll(one, 0));
        assertNotEquals(second, one.handle(0));
        laio.abandon(second);
        assertEquals(0, laio.poll(loop.completions, 0), "complete, but nobody polled it before it was abandoned");
    }

    @Test
    void descriptorsOfAbandonedAcceptsAndOpensAreClosed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("file"), "content");
        int listener = Loopback.listener(linux);
        int root = Loopback.open(linux, directory, OpenHow.O_RDONLY | OpenHow.O_DIRECTORY);
        OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, 0);
        Memory.putString(loop.at(64), 64, "file");
        int before = Loopback.openDescriptors();
        for (int round = 0; round < 50; round++) {
            for (Laziness laziness : new Laziness[] {Laziness.RING, Laziness.OFF}) {
                laio.open(root, loop.at(64), loop.at(0), laziness);
                laio.abandon(loop.handle());
                laio.open(root, loop.at(64), loop.at(0), laziness);
                long kept = loop.handle();
                laio.open(root, loop.at(64), loop.at(0), laziness);
                laio.abandon(loop.handle());
                laio.accept(listener, Sockets.SOCK_CLOEXEC, laziness);
                laio.abandon(loop.handle());
                linux.close((int) loop.await(kept));
                loop.awaitSilently();
            }
        }
        Loopback.awaitDescriptors(before);
        laio.open(root, loop.at(64), loop.at(0), Laziness.OFF);
        long open = loop.handle();
        laio.close(root);
        Map<Long, Long> results = loop.await(2);
        linux.close((int) (long) results.getOrDefault(open, -1L));
        Loopback.awaitDescriptors(before - 1); // the directory itself
    }

    @Test
    void attachmentGoesToNobodyOnceTheOperationIsOver() {
        int[] pipe = Loopback.pipe(linux);
        linux.write(pipe[1], loop.at(0), 1);
        laio.read(pipe[0], loop.at(0), 1, -1, Laziness.RING);
        assertEquals(1, loop.await(loop.handle()));
        laio.attach("too late");
        laio.read(pipe[0], loop.at(0), 1, -1, Laziness.RING);
        long next = loop.handle();
        linux.write(pipe[1], loop.at(0), 1);
        loop.await(next);
        assertNull(loop.completions.attachment(0));
    }
}
