package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.workshop.shipping.ShippedVersion.Source;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nodes of one database start with the models of their applications and folders. */
@ExtendWith(OutputCaptureExtension.class)
class ShipAtStartTest {

    private static final Map<String, byte[]> OLD = Shop.shipped();
    private static final Map<String, byte[]> NEW = Shop.changed("");

    private static final String LONG = ("x".repeat(200) + "/").repeat(15);

    private final Shop shop = new Shop();

    @TempDir
    Path folder;

    @Test
    void withoutAFolderTheModelsOfTheApplicationAreUsed() {
        shop.start(OLD, null);
        assertThat(shop.inUse())
                .returns(Source.APPLICATION, ShippedVersion::source)
                .returns(State.ACCEPTED, ShippedVersion::state)
                .returns("", ShippedVersion::proposedBy)
                .returns("deployment-1", ShippedVersion::deployment)
                .returns(1L, ShippedVersion::turn);
        shop.start(NEW, null);
        assertThat(shop.inUse().fingerprint()).isEqualTo(ModelFiles.of(NEW).fingerprint());
    }

    /** A node that starts again with the application of before does not deploy its models again. */
    @Test
    void nodesWithDifferentApplicationsDoNotDeployInTurns() {
        shop.start(OLD, null);
        shop.start(NEW, null);
        shop.start(OLD, null);
        shop.start(NEW, null);
        shop.start(OLD, null);
        assertThat(shop.versions.all()).hasSize(2);
        assertThat(shop.inUse().fingerprint()).isEqualTo(ModelFiles.of(NEW).fingerprint());
        assertThat(shop.deployed)
                .as("what is in use may be deployed again, which heals and changes nothing")
                .containsExactly(
                        ModelFiles.of(OLD).fingerprint(),
                        ModelFiles.of(NEW).fingerprint(),
                        ModelFiles.of(NEW).fingerprint());
    }

    @Test
    void aFolderThatPassesIsUsedWithWhoWhenAndWhy() {
        Shop.write(folder, Shop.changed("Legal asked for another name."));
        shop.start(OLD, folder);
        assertThat(shop.inUse())
                .returns(Source.FOLDER, ShippedVersion::source)
                .returns("Legal asked for another name.", ShippedVersion::reason)
                .returns("operator (" + System.getProperty("user.name") + ")", ShippedVersion::proposedBy)
                .returns(Shop.NOW, ShippedVersion::decidedAt);
        assertThat(shop.deployed).hasSize(2);
        shop.start(OLD, folder);
        assertThat(shop.versions.all()).hasSize(2);
        assertThat(shop.deployed).hasSize(2);
    }

    @Test
    void aFolderThatDoesNotPassIsRefusedWithReasonsAndTheLastGoodVersionGoesOn(CapturedOutput log) {
        Map<String, byte[]> evil = Shop.changed("Try this.");
        evil.put(
                "provider-connection.bpmn",
                new String(evil.get("provider-connection.bpmn"), UTF_8)
                        .replaceFirst("camunda:delegateExpression=\"[^\"]*\"", "camunda:class=\"java.lang.Object\"")
                        .getBytes(UTF_8));
        Shop.write(folder, evil);
        shop.start(OLD, folder);
        shop.start(OLD, folder);
        assertThat(shop.inUse().source()).isEqualTo(Source.APPLICATION);
        assertThat(shop.versions.all())
                .extracting(ShippedVersion::source, ShippedVersion::state)
                .containsExactly(tuple(Source.FOLDER, State.REFUSED), tuple(Source.APPLICATION, State.ACCEPTED));
        assertThat(findingsOfTheNewest())
                .allMatch(finding -> finding.startsWith("provider-connection.bpmn:"))
                .anyMatch(finding -> finding.contains("class=\"java.lang.Object\""));
        assertThat(log).contains("The folder of processes is refused: ").contains("java.lang.Object");
    }

    @Test
    void aFolderSaysWhyAndHasAllProcesses() {
        Map<String, byte[]> half = Shop.shipped();
        half.remove("connection-life.bpmn");
        Shop.write(folder, half);
        shop.start(OLD, folder);
        assertThat(findingsOfTheNewest())
                .hasSize(2)
                .contains("The file reason.txt is missing, or empty, or longer than 1,000 characters: it says in a"
                        + " sentence why these models are to be used.");
        Shop.write(folder, Map.of(ModelFiles.REASON, "Why not".getBytes(UTF_8)));
        shop.start(OLD, folder);
        assertThat(findingsOfTheNewest())
                .hasSize(1)
                .allMatch(finding -> finding.contains("the process connection-life is missing"));
    }

    /** What people decided stays, whatever nodes with an older folder or another application start. */
    @Test
    void whatPeopleDecidedStays(CapturedOutput log) {
        Shop.write(folder, Shop.changed("First."));
        shop.start(OLD, folder);
        String first = shop.versions.all().get(1).number();
        String back = shop.ship.rollBack(first, "It was better before.", "ada");
        shop.ship.accept(back, shop.inUse().number(), "bob");
        assertThat(shop.inUse().number()).isEqualTo(back);
        shop.start(OLD, folder);
        assertThat(shop.inUse().number()).isEqualTo(back);
        assertThat(log).contains("version " + back + " goes on");
        Shop.write(folder, Map.of(ModelFiles.REASON, "Now for good.".getBytes(UTF_8)));
        shop.start(OLD, folder);
        assertThat(shop.inUse().reason()).isEqualTo("Now for good.");
    }

    @Test
    void newModelsOfAnApplicationWaitForAPersonWhereOthersAreUsed(CapturedOutput log) {
        Shop.write(folder, Shop.changed("Ours."));
        shop.start(OLD, folder);
        Map<String, byte[]> next = Shop.shipped();
        next.put("forms/other.html", "<form></form>".getBytes(UTF_8));
        shop.start(next, folder);
        assertThat(shop.inUse().source()).isEqualTo(Source.FOLDER);
        ShippedVersion waiting = shop.versions.all().get(0);
        assertThat(waiting.state()).isEqualTo(State.PROPOSED);
        assertThat(log).contains("version " + waiting.number() + " waits for somebody to accept it");
        shop.ship.accept(waiting.number(), shop.inUse().number(), "ada");
        assertThat(shop.inUse().number()).isEqualTo(waiting.number());
    }

    /** People went back to the models of an earlier application: a node that brings the later ones again is told so. */
    @Test
    void modelsOfAnApplicationThatWereUsedBeforeAreNamed(CapturedOutput log) {
        shop.start(OLD, null);
        String old = shop.inUse().number();
        shop.start(NEW, null);
        assertThat(log).doesNotContain("were decided about before");
        shop.start(OLD, null);
        assertThat(shop.inUse().number()).isNotEqualTo(old);
        assertThat(log)
                .contains("The models of this application were decided about before and are not in use; version "
                        + shop.inUse().number() + " goes on.");
    }

    /** A folder inside whose path is too long for the operating system, which even an administrator cannot read. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderInsideThatCannotBeReadLeavesTheModelsAsTheyAre(CapturedOutput log) throws IOException {
        Shop.write(folder, Shop.changed("Ours."));
        Path outer = folder.resolve(LONG);
        Path inner = folder.resolve("inner");
        Files.createDirectories(outer);
        Files.createDirectories(inner.resolve(LONG));
        Files.move(inner, outer.resolve("inner"));
        try {
            shop.start(OLD, folder);
        } finally {
            Files.move(outer.resolve("inner"), inner);
        }
        assertThat(shop.inUse().source()).isEqualTo(Source.APPLICATION);
        assertThat(log).contains("cannot be read; the models stay as they are.");
    }

    @Test
    void aProofThatBreaksLeavesTheModelsAsTheyAre(CapturedOutput log) {
        Shop.write(folder, Shop.changed("Ours."));
        shop.broken = new UncheckedIOException(new IOException("No space left on device"));
        shop.start(OLD, folder);
        assertThat(shop.inUse().source()).isEqualTo(Source.APPLICATION);
        assertThat(shop.versions.all()).hasSize(1);
        assertThat(log)
                .contains("could not be checked; the models stay as they are.")
                .contains("No space left");
        shop.broken = null;
        shop.start(OLD, folder);
        assertThat(shop.inUse().source()).as("it is tried again").isEqualTo(Source.FOLDER);
    }

    private List<String> findingsOfTheNewest() {
        ShippedVersion newest = shop.versions.all().get(0);
        assertThat(newest.state()).isEqualTo(State.REFUSED);
        return newest.findings().stream()
                .map(finding -> finding.in(Locale.ENGLISH))
                .toList();
    }
}
