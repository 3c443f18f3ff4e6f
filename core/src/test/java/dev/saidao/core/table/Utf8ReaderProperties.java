package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class Utf8ReaderProperties {

    /** What the JDK reads is read, and what it refuses is refused, however many bytes come and characters are asked for at a time. */
    @Property
    void anyBytes_areReadAsTheJdkReadsThem(
            @ForAll("pieces") List<byte[]> pieces,
            @ForAll @IntRange(min = 1, max = 40) int bytesAtATime,
            @ForAll @IntRange(min = 1, max = 40) int charsAtATime) {
        byte[] bytes = joined(pieces);

        String read = text(new Utf8Reader(new Slow(bytes, bytesAtATime)), charsAtATime);

        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes));
        assertThat(read).isEqualTo(text(Channels.newReader(channel, StandardCharsets.UTF_8.newDecoder(), -1), 1_000));
    }

    @Provide
    Arbitrary<List<byte[]>> pieces() {
        Arbitrary<String> letters = Arbitraries.of(
                "a", "2024,", "é", "ß", "\u07ff", "\u0800", "亿元", "赛道", "\uffff", "\ud7ff", "\ue000", "𠮷", "🙂", "\0");
        return Arbitraries.frequencyOf(
                        Tuple.of(20, letters.map(text -> text.getBytes(StandardCharsets.UTF_8))),
                        Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(1, 700)
                                        .map(count -> "x".repeat(count).getBytes(StandardCharsets.UTF_8))),
                        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(4)))
                .list()
                .ofMaxSize(40);
    }

    /** Overlong forms, halves of pairs, numbers beyond Unicode, and what ends in the midst of a character (RFC 3629, section 3). */
    @Example
    void malformed_isRefused() {
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xC0, (byte) 0x80, 'a', 'a'},
                new byte[] {(byte) 0xC1, (byte) 0xBF, 'a', 'a'},
                new byte[] {(byte) 0xE0, (byte) 0x9F, (byte) 0xBF, 'a'},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 'a'},
                new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0x80, 'a', 'a'},
                new byte[] {'a', (byte) 0xE4, (byte) 0xBA})) {
            assertThat(text(new Utf8Reader(new Slow(bytes, 100)), 100)).isEqualTo("refused");
        }
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static String text(Reader reader, int charsAtATime) {
        StringBuilder text = new StringBuilder();
        char[] chars = new char[charsAtATime + 2];
        try (reader) {
            for (int count = reader.read(chars, 1, charsAtATime); count >= 0; ) {
                text.append(chars, 1, count);
                count = reader.read(chars, 1, charsAtATime);
            }
            return text.toString();
        } catch (CharacterCodingException e) {
            return "refused";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives some bytes at a time. */
    private static final class Slow implements ReadableByteChannel {

        private final ByteBuffer bytes;
        private final int atATime;

        Slow(byte[] bytes, int atATime) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.atATime = atATime;
        }

        @Override
        public int read(ByteBuffer into) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(atATime, Math.min(bytes.remaining(), into.remaining()));
            into.put(bytes.slice().limit(count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
