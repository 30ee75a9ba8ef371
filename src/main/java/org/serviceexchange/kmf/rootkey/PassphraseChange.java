package org.serviceexchange.kmf.rootkey;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/**
 * Steps to another passphrase. Between them the key store opens with the passphrase of the settings, or with the one that was
 * written beside it.
 */
@Component
public class PassphraseChange {

    private static final int MIN_LENGTH = 12;

    private final FileKeyStore store;
    private final Passphrase passphrase;

    PassphraseChange(FileKeyStore store, Passphrase passphrase) {
        this.store = store;
        this.passphrase = passphrase;
    }

    /** The file of the present passphrase; a {@code PASSPHRASE_MISSING} problem if it is given as a setting. */
    public Path file() {
        Path file = passphrase.file();
        if (file == null) {
            throw new Problem(ProblemCode.PASSPHRASE_MISSING, "service-exchange.kmf.passphrase-file");
        }
        return file;
    }

    /** A random one takes the place of the present one. */
    public List<Runnable> steps() {
        file();
        return List.of(
                passphrase::makeNext,
                () -> encrypt(Objects.requireNonNull(passphrase.readNext(), "just written")),
                passphrase::takeNextOver);
    }

    /** The one in a file that the operator has, and will name in the settings. */
    public List<Runnable> steps(Path file) {
        char[] next = Passphrase.read(file);
        if (next.length < MIN_LENGTH) {
            throw new Problem(ProblemCode.PASSPHRASE_MISSING, file);
        }
        return List.of(() -> encrypt(next));
    }

    private void encrypt(char[] characters) {
        store.encrypt(characters);
        Arrays.fill(characters, '\0');
    }
}
