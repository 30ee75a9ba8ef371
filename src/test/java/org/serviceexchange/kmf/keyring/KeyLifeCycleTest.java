package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.kmf.keyring.KeyState.ACTIVE;
import static org.serviceexchange.kmf.keyring.KeyState.COMPROMISED;
import static org.serviceexchange.kmf.keyring.KeyState.DEACTIVATED;
import static org.serviceexchange.kmf.keyring.KeyState.DESTROYED;
import static org.serviceexchange.kmf.keyring.KeyState.GENERATED;
import static org.serviceexchange.kmf.keyring.KeyState.REVOKED;
import static org.serviceexchange.kmf.keyring.KeyState.SUSPENDED;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.SignatureKeyReplaced;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class KeyLifeCycleTest {

    /** The legal state transitions; all others are illegal. */
    private static final Map<KeyState, Set<KeyState>> LEGAL = Map.of(
            GENERATED, EnumSet.of(ACTIVE, REVOKED, COMPROMISED, DESTROYED),
            ACTIVE, EnumSet.of(SUSPENDED, DEACTIVATED, REVOKED, COMPROMISED),
            SUSPENDED, EnumSet.of(ACTIVE, DEACTIVATED, REVOKED, COMPROMISED, DESTROYED),
            DEACTIVATED, EnumSet.of(REVOKED, COMPROMISED, DESTROYED),
            REVOKED, EnumSet.of(COMPROMISED, DESTROYED),
            COMPROMISED, EnumSet.of(DESTROYED),
            DESTROYED, EnumSet.noneOf(KeyState.class));

    private static final Map<KeyState, List<KeyState>> WAY = Map.of(
            GENERATED, List.of(),
            ACTIVE, List.of(ACTIVE),
            SUSPENDED, List.of(ACTIVE, SUSPENDED),
            DEACTIVATED, List.of(ACTIVE, DEACTIVATED),
            REVOKED, List.of(REVOKED),
            COMPROMISED, List.of(COMPROMISED),
            DESTROYED, List.of(DESTROYED));

    @TempDir
    static Path home;

    static AnnotationConfigApplicationContext kmf;

    KeyLifeCycle lifeCycle = kmf.getBean(KeyLifeCycle.class);
    ModuleKeys modules = kmf.getBean(ModuleKeys.class);
    KeyRows rows = kmf.getBean(KeyRows.class);

    @BeforeAll
    static void start() {
        kmf = KmfContext.start(KmfContext.emptyDatabase("life-" + UUID.randomUUID()), home, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        kmf.close();
    }

    static Stream<Arguments> moves() {
        return Arrays.stream(KeyState.values())
                .flatMap(from -> Arrays.stream(KeyState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void allowsLegalMovesOnlyAndChangesNothingOtherwise(KeyState from, KeyState to) {
        String id = keyIn(from);
        KeyRow before = rows.find(id).orElseThrow();
        if (LEGAL.get(from).contains(to)) {
            lifeCycle.move(id, to);
            assertThat(rows.find(id).orElseThrow().state()).isEqualTo(to);
        } else if (from == ACTIVE && to == ACTIVE) {
            lifeCycle.move(id, to);
            assertThat(rows.find(id)).contains(before);
        } else {
            assertThatThrownBy(() -> lifeCycle.move(id, to))
                    .isInstanceOf(Problem.class)
                    .hasMessage("The key " + id + " is " + from.label().inDefault() + " and cannot become "
                            + to.label().inDefault() + ". See the life cycle of keys in docs/operations.md.");
            assertThat(rows.find(id)).contains(before);
        }
    }

    private String keyIn(KeyState state) {
        String id = modules.add("CCN-" + UUID.randomUUID(), "inbound", "AES-256-GCM", "k", new byte[] {1, 2, 3});
        WAY.get(state).forEach(step -> lifeCycle.move(id, step));
        return id;
    }

    @ParameterizedTest
    @MethodSource("moves")
    void protectsWithActiveAndProcessesWithWhatOnceWasActive(KeyState state, KeyState ignored) {
        assertThat(state.mayProtect()).isEqualTo(state == ACTIVE);
        assertThat(state.mayProcess())
                .isEqualTo(Set.of(ACTIVE, DEACTIVATED, REVOKED).contains(state));
    }

    @Guarantee(of = ModuleKeys.class, says = "Of a destroyed key only the metadata is left.")
    @Test
    void leavesOnlyMetadataOfADestroyedKey() {
        String id = keyIn(DESTROYED);
        KeyRow row = rows.find(id).orElseThrow();
        assertThat(row.wrapped()).isNotEmpty().containsOnly(0);
        assertThat(row.algorithm()).isEqualTo("AES-256-GCM");
        assertThat(row.version()).isEqualTo(1);
    }

    @Test
    void destroysOlderKeysThatWereNeverUsed() {
        String abandoned = modules.add("CCN0001007", "inbound", "AES-256-GCM", "k", new byte[] {1});
        modules.add("CCN0001007", "inbound", "AES-256-GCM", "k", new byte[] {2});
        modules.activate("CCN0001007", "inbound", "k");
        assertThat(rows.find(abandoned).orElseThrow().state()).isEqualTo(DESTROYED);
    }

    @Guarantee(
            of = Sealing.class,
            says = "The version of the key is part of the sealed value, so that it still opens after a rotation.")
    @Test
    void opensWithTheOldEncrypterWhatItSealedUntilItIsDestroyed() {
        Sealing sealing = kmf.getBean(Sealing.class);
        byte[] sealed = sealing.seal("purpose", "id", new byte[] {7});
        KeyRow old = active(KeyName.ENCRYPTER);
        lifeCycle.rotate(KeyName.ENCRYPTER);
        assertThat(active(KeyName.ENCRYPTER).version()).isEqualTo(old.version() + 1);
        assertThat(sealing.open("purpose", "id", sealed)).containsExactly(7);
        byte[] sealedAnew = sealing.seal("purpose", "id", new byte[] {8});

        lifeCycle.move(old.id(), DESTROYED);
        assertThat(sealing.open("purpose", "id", sealedAnew)).containsExactly(8);
        assertThatThrownBy(() -> sealing.open("purpose", "id", sealed))
                .hasMessageStartingWith("There is no usable key for instance encrypter version " + old.version() + ".");
    }

    @Test
    void aRotatedKeyEncryptionKeyIsATermMoreAndNothingIsWrappedAgain() {
        modules.add("CCN0001006", "inbound", "AES-256-GCM", "k", new byte[] {6});
        modules.activate("CCN0001006", "inbound", "k");
        KeyRow old = active(KeyName.KEY_ENCRYPTION);
        Map<String, KeyRow> before = rowsWrappedBy(old.id());

        lifeCycle.rotate(KeyName.KEY_ENCRYPTION);
        assertThat(active(KeyName.KEY_ENCRYPTION).version()).isEqualTo(old.version() + 1);
        assertThat(rows.find(old.id()).orElseThrow().state()).isEqualTo(DEACTIVATED);
        assertThat(before)
                .containsKey(
                        rows.named(new KeyName("CCN0001006", "inbound")).get(0).id());
        before.values()
                .forEach(row ->
                        assertThat(rows.find(row.id())).as("the row of %s", row).contains(row));
        assertThat(rowsWrappedBy(old.id())).isEqualTo(before);
        assertThat(modules.<Integer>use("CCN0001006", "inbound", key -> (int) key[0]))
                .isEqualTo(6);
        assertThat(kmf.getBean(InstanceKeys.class).sign(new byte[] {1})).hasSize(3373);
    }

    @Test
    void wrapsNewKeysUnderTheNewTerm() {
        lifeCycle.rotate(KeyName.KEY_ENCRYPTION);
        String term = active(KeyName.KEY_ENCRYPTION).id();
        String id = modules.add("CCN0001008", "inbound", "AES-256-GCM", "k", new byte[] {8});
        lifeCycle.rotate(KeyName.ENCRYPTER);
        assertThat(rows.find(id).orElseThrow().wrappedBy()).isEqualTo(term);
        assertThat(active(KeyName.ENCRYPTER).wrappedBy()).isEqualTo(term);
    }

    @Test
    void aTermStaysAsLongAsItWrapsAKey() {
        lifeCycle.rotate(KeyName.KEY_ENCRYPTION);
        KeyRow term = active(KeyName.KEY_ENCRYPTION);
        modules.add("CCN0001009", "inbound", "AES-256-GCM", "k", new byte[] {9});
        assertThatThrownBy(() -> lifeCycle.move(term.id(), SUSPENDED)).isInstanceOf(Problem.class);
        lifeCycle.rotate(KeyName.KEY_ENCRYPTION);
        assertThatThrownBy(() -> lifeCycle.move(term.id(), DESTROYED)).isInstanceOf(Problem.class);
        modules.destroyAll("CCN0001009");
        lifeCycle.move(term.id(), DESTROYED);
        assertThat(rows.find(term.id()).orElseThrow().state()).isEqualTo(DESTROYED);
    }

    private Map<String, KeyRow> rowsWrappedBy(String id) {
        return Stream.concat(lifeCycle.instanceKeys().stream(), rows.ofModulesAfter(null, Integer.MAX_VALUE).stream())
                .filter(row -> row.wrappedBy().equals(id))
                .collect(Collectors.toMap(KeyRow::id, row -> row));
    }

    @Test
    void changesTheNameOfTheInstanceWithItsSignatureKey() {
        InstanceKeys keys = kmf.getBean(InstanceKeys.class);
        List<Object> told = new ArrayList<>();
        kmf.addApplicationListener((PayloadApplicationEvent<?> event) -> told.add(event.getPayload()));
        String before = keys.thumbprint();
        lifeCycle.rotate(KeyName.SIGNATURE);
        assertThat(keys.thumbprint()).isNotEqualTo(before);
        assertThat(told).contains(new SignatureKeyReplaced(before, keys.thumbprint()));
    }

    @ParameterizedTest
    @EnumSource(names = {"REVOKED", "COMPROMISED", "DESTROYED"})
    void anEarlierSignatureKeySignsForThoseWhoKnowNoOtherUntilItIsWithdrawn(KeyState withdrawn) throws Exception {
        InstanceKeys keys = kmf.getBean(InstanceKeys.class);
        KeyRow former = active(KeyName.SIGNATURE);
        String before = keys.thumbprint();
        lifeCycle.rotate(KeyName.SIGNATURE);
        assertThat(keys.thumbprints()).startsWith(keys.thumbprint(), before);
        InstanceKeys earlier = keys.as(before);
        byte[] message = {1, 2, 3};
        assertThat(earlier.thumbprint()).isEqualTo(before);
        CompositeSignature.verify(former.publicPart(), message, earlier.sign(message));
        assertThat(earlier.encryptionPublicKey()).isEqualTo(keys.encryptionPublicKey());
        assertThat(earlier.as(keys.thumbprint()).thumbprint()).isEqualTo(keys.thumbprint());
        assertThat(earlier.ofRecord("REG0001001").thumbprint())
                .as("where nobody says otherwise")
                .isEqualTo(keys.thumbprint());

        lifeCycle.move(former.id(), withdrawn);
        assertThat(keys.thumbprints()).doesNotContain(before);
        assertThatThrownBy(() -> keys.as(before))
                .isInstanceOfSatisfying(
                        Problem.class, unknown -> assertThat(unknown.code()).isEqualTo(ProblemCode.KEY_UNKNOWN));
        assertThat(keys.signaturePublicKeys())
                .as("what it signed is still recognized")
                .anyMatch(key -> Thumbprint.of(key).equals(before));
    }

    @Test
    void keepsTheHmacKeyForGood() {
        assertThatThrownBy(() -> lifeCycle.rotate(KeyName.HMAC))
                .hasMessage("The key instance hmac gets no new version here. Keys of connections change with a new key"
                        + " exchange; the HMAC key stays as long as what it proves.");
        assertThatThrownBy(() -> lifeCycle.move(active(KeyName.HMAC).id(), SUSPENDED))
                .isInstanceOf(Problem.class);
    }

    private KeyRow active(KeyName name) {
        return KeyHierarchy.active(name, lifeCycle.instanceKeys());
    }
}
