package org.serviceexchange.kmf.rootkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.DurableNames;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The passphrase of the file key store: given as a setting or in a file; there is no default. */
@Component
class Passphrase {

    private static final Logger LOG = LoggerFactory.getLogger(Passphrase.class);
    private static final int RANDOM_LENGTH = 32;

    private final @Nullable String given;
    private final boolean fileNamed;
    private final Path file;

    Passphrase(KmfSettings settings, InstanceSettings instance) {
        this.given = settings.passphrase();
        this.fileNamed = settings.passphraseFile() != null;
        this.file = settings.passphraseFile() != null
                ? settings.passphraseFile()
                : instance.home().resolve("key-store.passphrase");
    }

    /** The passphrase, which the caller wipes. */
    char[] read() {
        return given != null && !given.isEmpty() ? given.toCharArray() : read(file);
    }

    /** The passphrase in a file, which the caller wipes. */
    static char[] read(Path file) {
        if (!Files.exists(file)) {
            throw new Problem(ProblemCode.PASSPHRASE_MISSING, file);
        }
        try {
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                throw new Problem(ProblemCode.PASSPHRASE_MISSING, file);
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw new Problem(ProblemCode.PASSPHRASE_MISSING, e, file);
        }
    }

    /** Called before a key store is created: generates a random passphrase unless one is configured. */
    void makeIfNoneGiven() {
        if ((given != null && !given.isEmpty()) || fileNamed || Files.exists(file)) {
            return;
        }
        OwnerOnlyFile.create(file, random());
        LOG.warn(
                "A passphrase for the key store was generated in {}. Move this file away from the key store and set its new path"
                        + " as service-exchange.kmf.passphrase-file.",
                file.toAbsolutePath());
    }

    private static byte[] random() {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.of(RANDOM_LENGTH));
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a random passphrase beside the present one, which still counts. */
    void makeNext() {
        OwnerOnlyFile.replace(next(), random());
    }

    /** The passphrase that was to follow the present one, which the caller wipes; null if there is none. */
    char @Nullable [] readNext() {
        return hasNext() ? read(next()) : null;
    }

    boolean hasNext() {
        return file() != null && Files.exists(next());
    }

    /** From now on it is the only one. If its file cannot replace the former one, both stay. */
    void takeNextOver() {
        try {
            DurableNames.move(next(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The passphrase in " + next() + " opens the key store, but cannot be moved to " + file + ".", e);
        }
    }

    private Path next() {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** The file that the passphrase is read from, if it is. */
    @Nullable
    Path file() {
        return given != null && !given.isEmpty() ? null : file;
    }
}
