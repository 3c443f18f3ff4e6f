package dev.saidao.core.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads text in UTF-8. It gives what the decoder of the JDK gives and refuses what that refuses, but in half the time where
 * letters beyond ASCII stand among others, as in most tables of the east: the decoder is quick before the first of them only.
 */
final class Utf8Reader extends Reader {

    private static final int BUFFER = 1 << 16;
    /** More plain characters than this are quicker left to the decoder. */
    private static final int LONG = 256;
    /** What else the decoder reads at a time: little, since what follows is mostly plain again. */
    private static final int SLOW = 64;

    private final ReadableByteChannel channel;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private boolean isAtEnd;
    /** A character that was read but not asked for yet; -1 if there is none. */
    private int spare = -1;

    Utf8Reader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (spare >= 0) {
            to[offset] = (char) spare;
            spare = -1;
            return 1;
        }
        while (true) {
            int count = quick(to, offset, length);
            if (count > 0) {
                return count;
            }
            count = length == 1 ? single(to, offset) : decoded(CharBuffer.wrap(to, offset, Math.min(length, SLOW)));
            if (count > 0) {
                return count;
            }
            if (isAtEnd) {
                return -1;
            }
            bytes.compact();
            isAtEnd = channel.read(bytes) < 0;
            bytes.flip();
        }
    }

    /** Reads characters of one, two or three bytes, as far as they are well formed and whole in the buffer. */
    private int quick(char[] to, int offset, int length) {
        byte[] from = bytes.array();
        int limit = bytes.limit();
        int end = offset + length;
        int at = bytes.position();
        int place = offset;
        while (true) {
            int plain = Encoding.plainRun(from, at, at + Math.min(limit - at, end - place));
            if (plain > LONG) {
                decoder.decode(ByteBuffer.wrap(from, at, plain), CharBuffer.wrap(to, place, plain), false);
            } else {
                for (int i = 0; i < plain; i++) {
                    to[place + i] = (char) from[at + i];
                }
            }
            place += plain;
            at += plain;
            if (place == end || at + 2 >= limit) {
                break;
            }
            int first = from[at];
            int second = from[at + 1];
            if ((second & 0xC0) != 0x80) {
                break;
            }
            if ((first & 0xE0) == 0xC0 && (first & 0x1E) != 0) {
                to[place++] = (char) ((first & 0x1F) << 6 | (second & 0x3F));
                at += 2;
                continue;
            }
            int third = from[at + 2];
            char read = (char) ((first & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
            if ((first & 0xF0) != 0xE0 || (third & 0xC0) != 0x80 || read < 0x800 || Character.isSurrogate(read)) {
                break;
            }
            to[place++] = read;
            at += 3;
        }
        bytes.position(at);
        return place - offset;
    }

    private int decoded(CharBuffer to) throws CharacterCodingException {
        int before = to.position();
        CoderResult result = decoder.decode(bytes, to, isAtEnd);
        if (result.isError()) {
            result.throwException();
        }
        return to.position() - before;
    }

    private int single(char[] to, int offset) throws CharacterCodingException {
        char[] pair = new char[2];
        int count = decoded(CharBuffer.wrap(pair));
        if (count == 0) {
            return 0;
        }
        to[offset] = pair[0];
        if (count == 2) {
            spare = pair[1];
        }
        return 1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
