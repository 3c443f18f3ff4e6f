package dev.saidao.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A new file beside an output, of a name that nobody can foresee, which takes the place of the output or is removed: when it is
 * closed, or at the latest when the virtual machine ends.
 */
final class TemporaryFile implements Closeable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 12;

    /** Those that are neither in place nor removed; the lock for all that adds or takes away. */
    private static final Set<Path> OPEN = new HashSet<>();

    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::removeAll, "temporary files"));
    }

    private final Path place;
    private final Path named;
    private final Path path;
    private final FileChannel channel;
    private final Optional<PosixFileAttributes> older;

    private TemporaryFile(Path place, Path named, Path path, FileChannel channel, Optional<PosixFileAttributes> older) {
        this.place = place;
        this.named = named;
        this.path = path;
        this.channel = channel;
        this.older = older;
    }

    /** Creates one beside the place of an output, which messages call by the name it was given. */
    static TemporaryFile beside(Path place, Path named) throws OutputException {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        Path path = place.resolveSibling(".saidao-" + HexFormat.of().formatHex(random) + ".tmp");
        try {
            Optional<PosixFileAttributes> older = attributes(place);
            // never open to more people than the older file, not even while it is written
            FileAttribute<?>[] permissions = older.map(PosixFileAttributes::permissions)
                    .map(PosixFilePermissions::asFileAttribute)
                    .map(attribute -> new FileAttribute<?>[] {attribute})
                    .orElse(new FileAttribute<?>[0]);
            synchronized (OPEN) {
                requireRunning();
                FileChannel channel = FileChannel.open(
                        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions);
                OPEN.add(path);
                return new TemporaryFile(place, named, path, channel, older);
            }
        } catch (IOException e) {
            throw OutputException.of(e, named);
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Puts what was written in the place of the output. */
    void takePlace() throws OutputException {
        try {
            keepAttributes();
            if (Files.exists(place)) {
                // else a power failure could leave neither the older file nor this one
                channel.force(true);
            }
            channel.close();
            synchronized (OPEN) {
                requireRunning();
                move();
                OPEN.remove(path);
            }
        } catch (IOException e) {
            throw OutputException.of(e, named);
        }
    }

    /** Removes it unless it has taken its place. */
    @Override
    public void close() throws IOException {
        channel.close();
        synchronized (OPEN) {
            if (OPEN.remove(path)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void move() throws IOException {
        try {
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file) ? Optional.empty() : Optional.of(view.readAttributes());
    }

    private void keepAttributes() throws IOException {
        if (older.isEmpty()) {
            return;
        }
        PosixFileAttributes wanted = older.get();
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(wanted.permissions());
        try {
            PosixFileAttributes own = view.readAttributes();
            if (!own.owner().equals(wanted.owner())) {
                view.setOwner(wanted.owner());
            }
            if (!own.group().equals(wanted.group())) {
                view.setGroup(wanted.group());
            }
        } catch (IOException e) {
            // another group must not be allowed what the older one was
            permissions.removeIf(permission -> permission.name().startsWith("GROUP_"));
        }
        view.setPermissions(permissions);
    }

    private static void requireRunning() throws IOException {
        if (ended) {
            throw new IOException("the run was interrupted");
        }
    }

    private static void removeAll() {
        synchronized (OPEN) {
            ended = true;
            for (Path path : OPEN) {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    // nobody is there any more to be told
                }
            }
        }
    }
}
