package org.serviceexchange.kmf.rootkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerOnlyFileTest {

    private static final String UID = "unix:uid";
    private static final int ROOT = 0;
    private static final int USER = 10_001;
    private static final int OTHER = 1000;

    @Test
    void makesFilesForTheirOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/file");
        OwnerOnlyFile.create(file, new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(OwnerOnlyFile.isOpenToOthers(file)).isFalse();
    }

    /** Commands that need the passphrase are run as root, and the instance must still read its files afterwards. */
    @Test
    void leavesToTheirOwnerWhatRootWrites(@TempDir Path folder) throws IOException {
        assumeTrue(Files.getAttribute(folder, UID).equals(ROOT), "only root can give files away");
        Path file = folder.resolve("file");
        OwnerOnlyFile.create(file, new byte[] {1});
        assertThat(Files.getAttribute(file, UID)).isEqualTo(ROOT);
        Files.setAttribute(file, UID, USER);
        OwnerOnlyFile.replace(file, new byte[] {2});
        assertThat(Files.getAttribute(file, UID)).isEqualTo(USER);
        assertThat(file).hasBinaryContent(new byte[] {2});

        Files.setAttribute(folder, UID, OTHER);
        OwnerOnlyFile.replace(folder.resolve("next"), new byte[] {3});
        OwnerOnlyFile.create(folder.resolve("new"), new byte[] {4});
        assertThat(List.of("next", "new"))
                .allSatisfy(name -> assertThat(Files.getAttribute(folder.resolve(name), UID))
                        .isEqualTo(OTHER));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
    void findsFilesOfItsOwnThatOthersMayReadOrWrite(String permissions, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThat(OwnerOnlyFile.isOpenToOthers(file)).isTrue();
    }

    /** As systemd hands over a credential since version 254, and Kubernetes a secret with fsGroup. */
    @Test
    void takesAFileThatRootLendsForReading() {
        assertThat(open("r--r-----", ROOT, USER)).isFalse();
        assertThat(open("rw-r-----", ROOT, USER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"r--r--r--", "rw-rw----", "r--r-x---", "r-----r--"})
    void takesNothingElseThatRootLends(String permissions) {
        assertThat(open(permissions, ROOT, USER)).isTrue();
    }

    @Test
    void takesALentFileFromRootOnlyAndNotAsRoot() {
        assertThat(open("r--r-----", OTHER, USER)).isTrue();
        assertThat(open("r--r-----", USER, USER)).isTrue();
        assertThat(open("r--r-----", ROOT, ROOT)).isTrue();
        var permissions = PosixFilePermissions.fromString("r--r-----");
        assertThat(OwnerOnlyFile.isOpenToOthers(permissions, OptionalInt.of(ROOT), OptionalInt.empty()))
                .as("who reads is not known")
                .isTrue();
        assertThat(OwnerOnlyFile.isOpenToOthers(permissions, OptionalInt.empty(), OptionalInt.of(USER)))
                .as("whose it is is not known")
                .isTrue();
    }

    private static boolean open(String permissions, int owner, int reader) {
        return OwnerOnlyFile.isOpenToOthers(
                PosixFilePermissions.fromString(permissions), OptionalInt.of(owner), OptionalInt.of(reader));
    }
}
