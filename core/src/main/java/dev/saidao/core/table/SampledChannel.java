package dev.saidao.core.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/** Gives its first bytes twice, and counts what is read; a pipe has no position of its own. */
final class SampledChannel implements ReadableByteChannel {

    private static final int SAMPLE = 1 << 20;

    private final FileChannel from;
    private final byte[] sample = new byte[SAMPLE];
    private final int sampled;
    private final boolean whole;
    private int given;
    private long count;

    SampledChannel(FileChannel from) throws IOException {
        this.from = from;
        ByteBuffer into = ByteBuffer.wrap(sample);
        int read = 0;
        while (into.hasRemaining() && read >= 0) {
            read = from.read(into);
        }
        this.sampled = into.position();
        this.whole = read < 0;
    }

    /** The first bytes, {@link #sampled} of them; not to be changed. */
    byte[] sample() {
        return sample;
    }

    int sampled() {
        return sampled;
    }

    /** Whether the first bytes are all. */
    boolean isWhole() {
        return whole;
    }

    /** How many bytes were read so far. */
    long count() {
        return count;
    }

    void skip(int bytes) {
        given += bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read;
        if (given < sampled) {
            read = Math.min(into.remaining(), sampled - given);
            into.put(sample, given, read);
            given += read;
        } else {
            read = whole ? -1 : from.read(into);
        }
        count += Math.max(0, read);
        return read;
    }

    @Override
    public boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
