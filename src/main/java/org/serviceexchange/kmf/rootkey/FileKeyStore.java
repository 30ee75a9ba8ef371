package org.serviceexchange.kmf.rootkey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The root key in a file. Opening the file takes about a second by design (600,000 iterations), so the result is cached
 * as long as file and passphrase stay byte-identical; both are read every time.
 */
@Component
class FileKeyStore implements RootKeyStore {

    private final Path file;
    private final Passphrase passphrase;
    private final Duration life;
    private final Clock clock;
    private final int iterations;
    private volatile @Nullable OpenedKeys opened;

    @Autowired
    FileKeyStore(KmfSettings settings, InstanceSettings instance, Passphrase passphrase, Clock clock) {
        this(settings, instance, passphrase, clock, Bcfks.ITERATIONS);
    }

    /** For tests, which open hundreds of key stores; no setting leads here. */
    FileKeyStore(KmfSettings settings, InstanceSettings instance, Passphrase passphrase, Clock clock, int iterations) {
        this.file = settings.keyStore() != null
                ? settings.keyStore()
                : instance.home().resolve("key-store.bcfks");
        this.passphrase = passphrase;
        this.life = settings.rootKeyLife();
        this.clock = clock;
        this.iterations = iterations;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void create() {
        if (exists()) {
            return;
        }
        passphrase.makeIfNoneGiven();
        char[] characters = passphrase.read();
        byte[] key = RandomBytes.of(Aead.KEY_LENGTH);
        try {
            OwnerOnlyFile.create(file, Bcfks.encode(Map.of(ROOT_KEY_ID, key), characters, iterations));
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public Map<String, byte[]> rootKeys() {
        return open(() -> {});
    }

    @Override
    public void settle() {
        if (exists() && passphrase.hasNext()) {
            open(passphrase::takeNextOver).values().forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private Map<String, byte[]> open(Runnable ifByNext) {
        byte[] content = content();
        try {
            return open(content, passphrase.read());
        } catch (Problem refused) {
            char[] next = passphrase.readNext();
            if (next == null) {
                throw refused;
            }
            Map<String, byte[]> keys = open(content, next);
            ifByNext.run();
            return keys;
        }
    }

    private Map<String, byte[]> open(byte[] content, char[] characters) {
        try {
            byte[] fingerprint = OpenedKeys.fingerprint(content, characters);
            OpenedKeys last = opened;
            if (last == null || !last.have(fingerprint)) {
                last = new OpenedKeys(fingerprint, decode(content, characters));
                opened = last;
            }
            return last.copies();
        } catch (IOException | GeneralSecurityException e) {
            throw new Problem(ProblemCode.KEY_STORE_REFUSED, e, file);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** The keys in a file of this content, by their ids. */
    Map<String, byte[]> decode(byte[] content, char[] characters) throws IOException, GeneralSecurityException {
        return Bcfks.decode(content, characters);
    }

    @Override
    public void keep(Map<String, byte[]> keys) {
        char[] characters = passphrase.read();
        try {
            OwnerOnlyFile.replace(file, Bcfks.encode(keys, characters, iterations));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Encrypts the same keys with another passphrase; they are as old as before. */
    void encrypt(char[] characters) {
        try {
            Map<String, byte[]> keys = rootKeys();
            FileTime made = Files.getLastModifiedTime(file);
            OwnerOnlyFile.replace(file, Bcfks.encode(keys, characters, iterations));
            Files.setLastModifiedTime(file, made);
        } catch (IOException e) {
            throw new Problem(ProblemCode.KEY_STORE_UNREADABLE, e, file);
        }
    }

    private byte[] content() {
        if (!exists()) {
            throw new Problem(ProblemCode.KEY_STORE_MISSING, file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(ProblemCode.KEY_STORE_UNREADABLE, e, file);
        }
    }

    @Override
    public List<LocalizedMessage> weaknesses() {
        List<LocalizedMessage> found = new ArrayList<>();
        try {
            if (OwnerOnlyFile.isOpenToOthers(file)) {
                found.add(LocalizedMessage.of("kmf.found.openToOthers", file));
            }
            Path secret = passphrase.file();
            if (secret != null && OwnerOnlyFile.isOpenToOthers(secret)) {
                found.add(LocalizedMessage.of("kmf.found.openToOthers", secret));
            }
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
            if (age.compareTo(life) > 0) {
                found.add(LocalizedMessage.of("kmf.found.keyStoreOld", age.toDays()));
            }
        } catch (IOException e) {
            found.add(LocalizedMessage.of("kmf.found.modeUnreadable", file));
        }
        return found;
    }
}
