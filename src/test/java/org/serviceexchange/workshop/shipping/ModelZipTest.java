package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;

class ModelZipTest {

    @Test
    void keepsNamesContentsAndReason() throws Exception {
        Map<String, byte[]> files = Shop.changed("Because.");
        ModelFiles read = ModelZip.read(ModelZip.write(files));
        assertThat(read.reason()).isEqualTo("Because.");
        assertThat(read.fingerprint()).isEqualTo(ModelFiles.of(files).fingerprint());
        assertThat(ModelZip.unpack(ModelZip.write(files))).containsOnlyKeys(files.keySet());
    }

    @Test
    void leavesTheFolderAndWhatIsForPeopleOut() throws Exception {
        ModelFiles read = ModelZip.read(zip(
                "mine/reason.txt",
                "mine/a.bpmn",
                "mine/forms/b.html",
                "mine/README.md",
                "mine/.DS_Store",
                "__MACOSX/mine/x"));
        assertThat(read.files()).containsOnlyKeys("a.bpmn", "forms/b.html");
        assertThat(read.reason()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.bpmn",
                "/a.bpmn",
                "a/../b.bpmn",
                "a\\b.bpmn",
                "C:/a.bpmn",
                "a.jar",
                "a/b/c/d/e.bpmn",
                "a.bpmn\n"
            })
    @Guarantee(of = ModelZip.class, says = "A name leads nowhere outside the folder.")
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> ModelZip.read(zip(name)))
                .isInstanceOfSatisfying(
                        ModelZip.Refused.class,
                        refused -> assertThat(refused.why().in(Locale.ENGLISH)).startsWith("The name “"));
    }

    @Test
    @Guarantee(of = ModelZip.class, says = "A ZIP is never unpacked beyond its limits.")
    void refusesWhatIsTooLongOrTooMany() throws IOException {
        byte[] bomb = packed(Map.of("a.bpmn", new byte[6_000_000]));
        assertThat(bomb.length).isLessThan(ModelZip.LONGEST);
        assertRefused(bomb, "The file is too long: at most 5,000 kB.");
        assertRefused(new byte[ModelZip.LONGEST + 1], "The file is too long: at most 1,000 kB.");
        String[] many = new String[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = "a" + i + ".bpmn";
        }
        assertRefused(zip(many), "The ZIP holds too many files: at most 100.");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        assertRefused("no zip".getBytes(UTF_8), "The file is no ZIP with models.");
        assertRefused(zip("README.md"), "The file is no ZIP with models.");
    }

    private static void assertRefused(byte[] packed, String why) {
        assertThatThrownBy(() -> ModelZip.read(packed))
                .isInstanceOfSatisfying(
                        ModelZip.Refused.class,
                        refused -> assertThat(refused.why().in(Locale.ENGLISH)).isEqualTo(why));
    }

    private static byte[] zip(String... names) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, "x".getBytes(UTF_8));
        }
        return packed(files);
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return packed.toByteArray();
    }
}
