package io.laio.simulation;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/** Calls on files. */
final class FileActs {
    private FileActs() {}

    /** All that was asked for, unless the file ends, or an error or a wish came between. */
    static final class Read extends Act {
        private final DiskFile.Inode inode;
        private long address;
        private int length;
        private int offset;

        Read(World world, Subject subject) {
            super(world, subject, SystemCall.READ);
            inode = ((DiskFile) subject.description).inode;
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.inbound = this;
            address = buffer();
            length = world.chance.some(Arena.BUFFER_BYTES);
            offset = world.chance.below(inode.content.length + 100);
            return laio.read(subject.fd, address, length, offset, laziness);
        }

        @Override
        void succeeded(long value) {
            subject.inbound = null;
            long whole = Math.max(0, Math.min(length, inode.content.length - offset));
            boolean cut = value > 0 && value < whole && (wished || isStruck());
            require(value == whole || cut, value + " of " + whole + " bytes");
            Pattern.require(inode.pattern, offset, bytes(address, value));
        }

        @Override
        void failed() {
            subject.inbound = null;
        }
    }

    /** Everything, or an error. */
    static final class Write extends Act {
        private final WrittenFile model;
        private int length;
        private int offset;

        Write(World world, Subject subject, WrittenFile model) {
            super(world, subject, SystemCall.WRITE);
            this.model = model;
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.outbound = this;
            long address = buffer();
            length = world.chance.some(Arena.BUFFER_BYTES);
            offset = world.chance.below(WrittenFile.BYTES - Arena.BUFFER_BYTES);
            Memory.copy(model.begin(offset, length), 0, address, length);
            return laio.write(subject.fd, address, length, offset, laziness);
        }

        @Override
        void succeeded(long value) {
            subject.outbound = null;
            require(value == length, value + " of " + length + " were reported as written");
            model.written(offset, length);
            require(model.holds(((DiskFile) subject.description).inode.content), "the file has other bytes");
        }

        @Override
        void failed() {
            subject.outbound = null;
        }

        @Override
        void forgotten() {
            subject.outboundLost = true;
        }
    }

    /** Nothing but done or failed. */
    static final class Sync extends Act {
        Sync(World world, Subject subject) {
            super(world, subject, SystemCall.FSYNC);
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.outbound = this;
            return laio.fsync(subject.fd);
        }

        @Override
        void succeeded(long value) {
            subject.outbound = null;
            require(value == 0, "fsync answers " + value);
        }

        @Override
        void failed() {
            subject.outbound = null;
        }

        @Override
        void forgotten() {
            subject.outboundLost = true;
        }
    }

    /** A descriptor of the right file, or none. */
    static final class Open extends Act {
        private final String name;

        Open(World world, Subject root, String name) {
            super(world, root, SystemCall.OPENAT2);
            this.name = name;
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            long memory = buffer();
            OpenHow.put(memory, OpenHow.O_RDONLY, 0, 0);
            Memory.putString(memory + 64, 64, name);
            long result = laio.open(subject.fd, memory + 64, memory, laziness);
            release(); // the path is copied
            return result;
        }

        @Override
        void succeeded(long value) {
            DiskFile file = (DiskFile) world.opened((int) value);
            require(file.inode == world.machine.files().find(name), "another file");
            world.adopt(new Subject((int) value, file, null));
        }

        @Override
        boolean explains(int errno) {
            return errno == Errno.ENOENT && world.machine.files().find(name) == null;
        }
    }
}
