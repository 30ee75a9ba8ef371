package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.shipping.ShippedVersion.Source;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;

class ShipModelsTest {

    private final Shop shop = new Shop();

    @BeforeEach
    void start() {
        shop.start(Shop.shipped(), null);
    }

    @Test
    void whatAnotherPersonAcceptsIsDeployed() {
        String number = shop.ship.upload(ModelZip.write(Shop.changed("A clearer name.")), "ada");
        assertThat(shop.versions.find(number).orElseThrow())
                .returns(State.PROPOSED, ShippedVersion::state)
                .returns("ada", ShippedVersion::proposedBy)
                .returns("A clearer name.", ShippedVersion::reason);
        assertThat(shop.deployed).hasSize(1);
        shop.ship.accept(number, shop.inUse().number(), "bob");
        assertThat(shop.inUse())
                .returns(number, ShippedVersion::number)
                .returns("bob", ShippedVersion::decidedBy)
                .returns(2L, ShippedVersion::turn)
                .returns("deployment-2", ShippedVersion::deployment);
        refused(ProblemCode.CHANGED_AT_ONCE, () -> shop.ship.accept(number, number, "carl"));
        refused(ProblemCode.CHANGED_AT_ONCE, () -> shop.ship.reject(number, "carl"));
    }

    @Test
    @Guarantee(of = ShipModels.class, says = "Nobody accepts what they proposed themselves.")
    void nobodyAcceptsTheirOwn() {
        String number = shop.ship.upload(ModelZip.write(Shop.changed("A clearer name.")), "ada");
        refused(
                ProblemCode.OWN_PROPOSAL,
                () -> shop.ship.accept(number, shop.inUse().number(), "ada"));
        String back = shop.ship.rollBack(shop.inUse().number(), "Once more.", "ada");
        refused(
                ProblemCode.OWN_PROPOSAL,
                () -> shop.ship.accept(back, shop.inUse().number(), "ada"));
        assertThat(shop.deployed).hasSize(1);
    }

    @Test
    void aDecisionIsAboutTheDifferenceThatWasSeen() {
        String seen = shop.inUse().number();
        String one = shop.ship.upload(ModelZip.write(Shop.changed("One.")), "ada");
        String two = shop.ship.upload(ModelZip.write(Shop.changed("Two.")), "ada");
        shop.ship.accept(one, seen, "bob");
        refused(ProblemCode.CHANGED_AT_ONCE, () -> shop.ship.accept(two, seen, "bob"));
        assertThat(shop.inUse().number()).isEqualTo(one);
    }

    @Test
    @Guarantee(of = ShipModels.class, says = "What the checks refuse is never deployed.")
    void whatTheChecksRefuseIsKeptWithTheReasons() {
        Map<String, byte[]> evil = Shop.changed("Trust me.");
        evil.put("evil.bpmn", "<!DOCTYPE a><a/>".getBytes(UTF_8));
        String number = shop.ship.upload(ModelZip.write(evil), "ada");
        ShippedVersion refused = shop.versions.find(number).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.findings().get(0).in(Locale.ENGLISH)).contains("evil.bpmn");
        refused(
                ProblemCode.CHANGED_AT_ONCE,
                () -> shop.ship.accept(number, shop.inUse().number(), "bob"));
        refused(ProblemCode.NOT_FOUND, () -> shop.ship.rollBack(number, "Still.", "ada"));
        assertThat(shop.deployed).hasSize(1);
        String noZip = shop.ship.upload("nothing".getBytes(UTF_8), "ada");
        assertThat(shop.versions.find(noZip).orElseThrow().findings().get(0).in(Locale.ENGLISH))
                .isEqualTo("The file is no ZIP with models.");
    }

    @Test
    @Guarantee(of = ShipModels.class, says = "An upload brings no form of its own.")
    void anUploadBringsNoForm() {
        Map<String, byte[]> files = Shop.changed("With a form.");
        String form = files.keySet().stream()
                .filter(name -> name.endsWith(".html"))
                .findFirst()
                .orElseThrow();
        files.put(form, "<script>alert(1)</script>".getBytes(UTF_8));
        String number = shop.ship.upload(ModelZip.write(files), "ada");
        ShippedVersion refused = shop.versions.find(number).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.findings().get(0).in(Locale.ENGLISH)).startsWith("The form “" + form + "” is neither");
        Map<String, byte[]> modeler = Shop.changed("With a form of Camunda Modeler.");
        modeler.put("other.form", "{\"id\": \"other\", \"components\": []}".getBytes(UTF_8));
        String second = shop.ship.upload(ModelZip.write(modeler), "ada");
        ShippedVersion alike = shop.versions.find(second).orElseThrow();
        assertThat(alike.state()).isEqualTo(State.REFUSED);
        assertThat(alike.findings().get(0).in(Locale.ENGLISH)).startsWith("The form “other.form” is neither");
    }

    @Test
    void whatTheProofSaysAgainstIsRefusedAndWhatItCannotSayIsNoted() {
        LocalizedMessage sentence = LocalizedMessage.of("workshop.zip.unreadable");
        shop.verdict = new ModelProof.Verdict(List.of(), List.of(sentence));
        String noted = shop.ship.upload(ModelZip.write(Shop.changed("One.")), "ada");
        shop.ship.accept(noted, shop.inUse().number(), "bob");
        assertThat(shop.inUse())
                .returns(noted, ShippedVersion::number)
                .returns(List.of(sentence), ShippedVersion::findings);
        shop.verdict = new ModelProof.Verdict(List.of(sentence), List.of());
        String refused = shop.ship.upload(ModelZip.write(Shop.changed("Two.")), "ada");
        assertThat(shop.versions.find(refused).orElseThrow())
                .returns(State.REFUSED, ShippedVersion::state)
                .returns(List.of(sentence), ShippedVersion::findings);
        String back = shop.ship.rollBack(noted, "It was good.", "ada");
        assertThat(shop.versions.find(back).orElseThrow().state())
                .as("what was accepted once needs no new proof")
                .isEqualTo(State.PROPOSED);
    }

    @Test
    void anEarlierVersionIsUsedAgain() {
        String first = shop.inUse().number();
        String changed = shop.ship.upload(ModelZip.write(Shop.changed("A clearer name.")), "ada");
        shop.ship.accept(changed, first, "bob");
        String back = shop.ship.rollBack(first, "  The old name was known.  ", "bob");
        shop.ship.accept(back, changed, "ada");
        assertThat(shop.inUse())
                .returns(Source.ROLLBACK, ShippedVersion::source)
                .returns("The old name was known.", ShippedVersion::reason)
                .returns(shop.versions.find(first).orElseThrow().fingerprint(), ShippedVersion::fingerprint);
        assertThat(shop.deployed).hasSize(3);
    }

    @Test
    void whoeverProposedMayTakeItBack() {
        String number = shop.ship.upload(ModelZip.write(Shop.changed("A clearer name.")), "ada");
        shop.ship.reject(number, "ada");
        assertThat(shop.versions.find(number).orElseThrow().state()).isEqualTo(State.REJECTED);
        refused(
                ProblemCode.CHANGED_AT_ONCE,
                () -> shop.ship.accept(number, shop.inUse().number(), "bob"));
    }

    private static void refused(ProblemCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
