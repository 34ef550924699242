package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Calls that take names: each does what the plain call does, to the file and in its answer. */
class NameCallsTest extends RawCallFixture {
    private static final long HERE = OpenHow.AT_FDCWD;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int RENAME_NOREPLACE = 1;
    private static final int ENODATA = 61;
    private static final int ENOTEMPTY = 39;

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "content of " + name);
    }

    private int directoryFd() {
        return Loopback.open(linux, directory, OpenHow.O_RDONLY | OpenHow.O_DIRECTORY);
    }

    @Test
    void renames() throws IOException {
        Path a = file("a");
        int dir = directoryFd();
        assertEquals(0, make(SystemCall.RENAME, text(0, name("a")), text(512, name("b"))));
        assertFalse(Files.exists(a));
        assertEquals(0, make(SystemCall.RENAMEAT, dir, text(0, "b"), dir, text(512, "c")));
        file("other");
        long keep = RENAME_NOREPLACE;
        assertEquals(-Errno.EEXIST, make(SystemCall.RENAMEAT2, dir, text(0, "c"), dir, text(512, "other"), keep));
        assertEquals(0, make(SystemCall.RENAMEAT2, dir, text(0, "c"), HERE, text(512, name("d")), keep));
        assertEquals("content of a", Files.readString(directory.resolve("d")));
        assertSame(SystemCall.RENAME, text(0, name("missing")), text(512, name("b")));
        linux.close(dir);
    }

    @Test
    void directoryDescriptorsMayHaveTheUpperBitsOfACInteger() throws IOException {
        file("a");
        long zeroExtended = Integer.toUnsignedLong(OpenHow.AT_FDCWD);
        long[] names = {text(0, name("a")), text(512, name("b"))};
        assertEquals(0, make(SystemCall.RENAMEAT, zeroExtended, names[0], zeroExtended, names[1]));
        assertEquals(0, make(SystemCall.LINKAT, zeroExtended, names[1], zeroExtended, names[0], 0));
        assertEquals(0, make(SystemCall.UNLINKAT, zeroExtended, names[0], 0));
        assertEquals(0, make(SystemCall.MKDIRAT, zeroExtended, names[0], 0700));
        assertEquals(0, make(SystemCall.NEWFSTATAT, zeroExtended, names[0], loop.at(2048), 0));
        text(0, "laio-has-no-such-file");
        assertSame(SystemCall.RENAMEAT, zeroExtended, loop.at(0), zeroExtended, loop.at(0));
        assertSame(SystemCall.LINKAT, zeroExtended, loop.at(0), zeroExtended, loop.at(0), 0);
    }

    @Test
    void unlinksAndRemoves() throws IOException {
        Path a = file("a");
        int dir = directoryFd();
        assertEquals(0, make(SystemCall.UNLINK, text(0, name("a"))));
        assertFalse(Files.exists(a));
        assertEquals(-Errno.ENOENT, make(SystemCall.UNLINK, text(0, name("a"))));
        file("b");
        assertEquals(0, make(SystemCall.UNLINKAT, dir, text(0, "b"), 0));
        assertEquals(0, make(SystemCall.MKDIR, text(0, name("sub")), 0750));
        assertEquals(-Errno.EISDIR, make(SystemCall.UNLINKAT, dir, text(0, "sub"), 0));
        file("sub/x");
        assertEquals(-ENOTEMPTY, make(SystemCall.RMDIR, text(0, name("sub"))));
        Files.delete(directory.resolve("sub/x"));
        assertEquals(0, make(SystemCall.RMDIR, text(0, name("sub"))));
        assertEquals(0, make(SystemCall.MKDIRAT, dir, text(0, "sub"), 0700));
        assertEquals("rwx------", permissions("sub"));
        assertEquals(-Errno.EEXIST, make(SystemCall.MKDIRAT, dir, text(0, "sub"), 0700));
        assertEquals(0, make(SystemCall.UNLINKAT, dir, text(0, "sub"), AT_REMOVEDIR));
        linux.close(dir);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    @Test
    void linksAndReadsLinks() throws IOException {
        file("a");
        int dir = directoryFd();
        assertEquals(0, make(SystemCall.SYMLINK, text(0, "a"), text(512, name("s1"))));
        assertEquals(0, make(SystemCall.SYMLINKAT, text(0, "a"), dir, text(512, "s2")));
        assertEquals(-Errno.EEXIST, make(SystemCall.SYMLINK, text(0, "a"), text(512, name("s1"))));
        assertEquals("a", Files.readSymbolicLink(directory.resolve("s2")).toString());
        assertEquals(1, make(SystemCall.READLINK, text(0, name("s1")), loop.at(2048), 100));
        assertEquals("a", textAt(2048, 1));
        assertEquals(1, make(SystemCall.READLINKAT, dir, text(0, "s2"), loop.at(2048), 100));
        assertSame(SystemCall.READLINK, text(0, name("a")), loop.at(2048), 100);
        assertEquals(0, make(SystemCall.LINK, text(0, name("a")), text(512, name("hard"))));
        assertEquals(0, make(SystemCall.LINKAT, dir, text(0, "a"), dir, text(512, "hard2"), 0));
        assertEquals(3, Files.getAttribute(directory.resolve("a"), "unix:nlink"));
        assertSame(SystemCall.LINK, text(0, name("missing")), text(512, name("hard3")));
        linux.close(dir);
    }

    @Test
    void attributesOfInodes() throws IOException {
        Path a = file("a");
        int fd = Loopback.open(linux, a, OpenHow.O_RDWR);
        long path = text(0, name("a"));
        long name = text(512, "user.laio");
        assumeTrue(plain(SystemCall.SETXATTR, path, name, text(1024, "x"), 1, 0) == 0, "no user attributes here");
        assertEquals(0, make(SystemCall.SETXATTR, path, name, text(1024, "hello"), 5, 2));
        assertEquals(-Errno.EEXIST, make(SystemCall.SETXATTR, path, name, text(1024, "hello"), 5, 1));
        assertEquals(5, make(SystemCall.GETXATTR, path, name, loop.at(2048), 100));
        assertEquals("hello", textAt(2048, 5));
        assertEquals(0, make(SystemCall.FSETXATTR, fd, text(512, "user.two"), text(1024, "12"), 2, 0));
        assertEquals(2, make(SystemCall.FGETXATTR, fd, text(512, "user.two"), loop.at(2048), 100));
        assertSame(SystemCall.FGETXATTR, fd, text(512, "user.none"), loop.at(2048), 100);
        assertEquals(-ENODATA, plain(SystemCall.FGETXATTR, fd, text(512, "user.none"), loop.at(2048), 100));
        assertSame(SystemCall.FLISTXATTR, fd, loop.at(2048), 500);
        assertSame(SystemCall.LISTXATTR, path, loop.at(2048), 500);
        assertEquals(0, make(SystemCall.FREMOVEXATTR, fd, text(512, "user.two")));
        assertEquals(0, make(SystemCall.REMOVEXATTR, path, text(512, "user.laio")));
        assertSame(SystemCall.LGETXATTR, path, text(512, "user.laio"), loop.at(2048), 100);
        assertSame(SystemCall.SETXATTR, path, text(512, "user.big"), loop.at(4096), 1 << 20, 0);
        linux.close(fd);
    }

    @Test
    void modesTimesAndLengths() throws IOException {
        Path a = file("a");
        long path = text(0, name("a"));
        assertEquals(0, make(SystemCall.CHMOD, path, 0640));
        assertEquals("rw-r-----", permissions("a"));
        int fd = Loopback.open(linux, a, OpenHow.O_RDWR);
        assertEquals(0, make(SystemCall.FCHMOD, fd, 0600));
        assertEquals("rw-------", permissions("a"));
        assertEquals(0, make(SystemCall.FCHMODAT, HERE, path, 0644));
        assertEquals(0, make(SystemCall.TRUNCATE, path, 3));
        assertEquals(3, Files.size(a));
        assertEquals(0, make(SystemCall.FTRUNCATE, fd, 100_000));
        assertEquals(100_000, Files.size(a));
        assertSame(SystemCall.FTRUNCATE, fd, -1);
        for (int word = 0; word < 4; word++) {
            Memory.putLong(loop.at(2048 + 8 * word), word % 2 == 0 ? 1_000_000 + word : 5);
        }
        assertEquals(0, make(SystemCall.UTIMENSAT, HERE, path, loop.at(2048), 0));
        assertEquals(1_000_002, Files.getLastModifiedTime(a).to(java.util.concurrent.TimeUnit.SECONDS));
        assertSame(SystemCall.ACCESS, path, 4);
        assertSame(SystemCall.ACCESS, text(512, name("missing")), 0);
        assertSame(SystemCall.FACCESSAT, HERE, path, 0);
        assertSame(SystemCall.STATFS, text(512, name("missing")), loop.at(4096));
        linux.close(fd);
    }

    @Test
    void closingADirectoryEndsNothingThatStartedFromIt() throws IOException {
        file("a");
        int dir = directoryFd();
        long access = issue(SystemCall.FACCESSAT, dir, text(0, "a"), 0);
        long handle = laio.handle();
        assertEquals(-Errno.EINPROGRESS, access);
        laio.close(dir);
        java.util.Map<Long, Long> results = loop.await(laio.handle() == 0 ? 1 : 2);
        long result = results.getOrDefault(handle, -1L);
        assertTrue(result == 0 || result == -Errno.ECANCELED, "never another directory: " + result);
        assertEquals(-Errno.EBADF, linux.close(dir));
    }

    @Test
    void readsDirectories() throws IOException {
        file("a");
        file("b");
        int dir = directoryFd();
        long expected = plain(SystemCall.GETDENTS64, dir, loop.at(0), 4096);
        assertEquals(0, linux.syscall(SystemCall.LSEEK, dir, 0, 0, 0));
        assertEquals(expected, make(SystemCall.GETDENTS64, dir, loop.at(8192), 4096));
        assertEquals(textAt(0, (int) expected), textAt(8192, (int) expected));
        assertEquals(0, make(SystemCall.GETDENTS64, dir, loop.at(8192), 4096));
        linux.close(dir);
    }

    private String status(SystemCall call, long first, String name, long flags) {
        Memory.zero(loop.at(4096), 512);
        long path = text(0, name);
        long value = switch (call) {
            case STATX -> make(call, first, path, flags, FileStatus.STATX_BASIC_STATS, loop.at(4096));
            case NEWFSTATAT -> make(call, first, path, loop.at(4096), flags);
            default -> make(call, path, loop.at(4096));
        };
        String through = value + textAt(4096, 144);
        Memory.zero(loop.at(4096), 512);
        value = switch (call) {
            case STATX -> plain(call, first, path, flags, FileStatus.STATX_BASIC_STATS, loop.at(4096));
            case NEWFSTATAT -> plain(call, first, path, loop.at(4096), flags);
            default -> plain(call, path, loop.at(4096));
        };
        assertEquals(value + textAt(4096, 144), through, () -> call + " " + name + " " + flags);
        return through;
    }

    @Test
    void statusByName() throws IOException {
        file("a");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("a"));
        Files.createSymbolicLink(directory.resolve("broken"), Path.of("nowhere"));
        Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));
        int dir = directoryFd();
        int open = Loopback.open(linux, directory.resolve("a"), OpenHow.O_RDONLY);
        String[] names = {"a", "link", "broken", "loop", "missing", "a/b", ".", ""};
        for (String name : names) {
            for (int round = 0; round < 2; round++) { // a name that was missed is in memory the second time
                String absolute = name.isEmpty() ? "" : name(name);
                status(SystemCall.STAT, 0, absolute, 0);
                status(SystemCall.LSTAT, 0, absolute, 0);
                long wrong = name.isEmpty() ? 0 : 0x8; // which of two mistakes is told is the kernel's matter
                for (long flags : new long[] {0, FileStatus.AT_SYMLINK_NOFOLLOW, FileStatus.AT_EMPTY_PATH, wrong}) {
                    status(SystemCall.STATX, dir, name, flags);
                    status(SystemCall.NEWFSTATAT, dir, name, flags);
                    status(SystemCall.NEWFSTATAT, open, name, flags);
                }
                for (long flags : new long[] {0, FileStatus.AT_SYMLINK_NOFOLLOW, FileStatus.AT_EMPTY_PATH}) {
                    status(SystemCall.STATX, 9999, name.isEmpty() ? "a" : name, flags);
                }
            }
        }
        linux.close(open);
        linux.close(dir);
    }

    @Test
    void statusOfMagicLinksAndDevices() {
        for (String name : new String[] {"/proc/self/exe", "/proc/self/fd/0", "/dev/null", "/proc/self/root/"}) {
            status(SystemCall.STAT, 0, name, 0);
            status(SystemCall.STATX, HERE, name, 0);
            status(SystemCall.LSTAT, 0, name, 0);
        }
    }

    @Test
    void opens() throws IOException {
        Path a = file("a");
        int dir = directoryFd();
        assertOpens(make(SystemCall.OPEN, text(0, name("a")), 0, 0), "content of a");
        assertOpens(make(SystemCall.OPENAT, dir, text(0, "a"), 0, 0), "content of a");
        OpenHow.put(loop.at(1024), 0, 0, OpenHow.RESOLVE_BENEATH);
        assertOpens(make(SystemCall.OPENAT2, dir, text(0, "a"), loop.at(1024), OpenHow.BYTES), "content of a");
        assertEquals(-Errno.EXDEV, make(SystemCall.OPENAT2, dir, text(0, "../x"), loop.at(1024), OpenHow.BYTES));
        assertSame(SystemCall.OPENAT2, dir, text(0, "a"), loop.at(1024), 8);
        assertSame(SystemCall.OPEN, text(0, name("missing")), 0, 0);
        assertSame(SystemCall.OPEN, text(0, name("a/b")), 0, 0);
        long made = make(SystemCall.OPENAT, dir, text(0, "new"), OpenHow.O_CREAT | OpenHow.O_RDWR, 0604);
        closeOpened(made);
        assertEquals("rw----r--", permissions("new"));
        closeOpened(make(SystemCall.CREAT, text(0, name("a")), 0600));
        assertEquals(0, Files.size(a), "cut");
        assertFalse(Files.isSymbolicLink(a) && Files.exists(a, LinkOption.NOFOLLOW_LINKS));
        linux.close(dir);
    }

    private void assertOpens(long fd, String content) {
        long got = linux.read(check(fd), loop.at(4096), 100);
        assertEquals(content, textAt(4096, (int) got));
        check(linux.close((int) fd));
    }

    @Test
    void modeIsIgnoredWhereNothingIsMade() throws IOException {
        file("a");
        closeOpened(make(SystemCall.OPEN, text(0, name("a")), 0, 0777));
        closeOpened(make(SystemCall.OPEN, text(0, directory.toString()), OpenHow.O_DIRECTORY, 0777));
        long unnamed = make(SystemCall.OPEN, text(0, directory.toString()), OpenHow.O_TMPFILE | 2, 0600);
        closeOpened(unnamed);
        closeOpened(make(SystemCall.OPEN, text(0, name("a")), OpenHow.O_PATH | OpenHow.O_CREAT, 0777));
        closeOpened(make(SystemCall.OPEN, text(0, name("a")), 1L << 30, 0)); // openat ignores unknown flags
    }

    @Test
    void pathsThatAreTooLong() {
        Memory.zero(loop.at(0), 8192);
        for (int i = 0; i < 5000; i++) {
            Memory.putByte(loop.at(i), (byte) 'x');
        }
        assertSame(SystemCall.OPEN, loop.at(0), 0, 0);
        assertSame(SystemCall.STAT, loop.at(0), loop.at(8192));
        assertSame(SystemCall.UNLINK, loop.at(0));
        assertSame(SystemCall.RENAME, loop.at(0), loop.at(0));
    }
}
