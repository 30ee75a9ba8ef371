package org.serviceexchange.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.NOW;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;
import static org.serviceexchange.provider.TestRegistrations.URL;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.invitation.RecordLinkSent;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.validation.CheckPrerequisitesAtProvider;
import org.serviceexchange.provider.validation.ConsumerCheck;
import org.serviceexchange.provider.validation.RecordFindings;
import org.serviceexchange.provider.validation.RegistrationPrerequisites;
import org.serviceexchange.provider.validation.Waivers;

/** The use cases of the service tasks, with registrations in memory. */
class RegistrationUseCasesTest {

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Directory directory = mock();
    private final ContactMatch contactMatch = mock();
    private final KmfHealth health = mock();
    private final RegistrationMail mail = mock();
    private final ConsumerCheck consumerCheck = mock();
    private final Waivers waivers = mock();
    private final ModuleKeys moduleKeys = mock();
    private final Sealing sealing = mock();
    private final KeyedHash keyedHash = mock();
    private final InstanceKeys instanceKeys = mock(Answers.RETURNS_SELF);
    private final AbandonedKeys agreedKeys = new AbandonedKeys(moduleKeys);
    private final CloseRegistration close = new CloseRegistration(
            registrations,
            new EndConnection(moduleKeys, mock(), mock(), mock(), mock()),
            mock(),
            journal,
            TestProviderSettings.valid(),
            (side, number, since) -> {},
            Clock.fixed(TestRegistrations.EXPIRY, ZoneOffset.UTC));
    private final RegistrationLinks links = new RegistrationLinks(
            new RandomSecrets(),
            keyedHash,
            sealing,
            instanceKeys,
            TestInstanceSettings.valid(),
            TestProviderSettings.valid(),
            clock);
    private final CheckPrerequisitesAtProvider checkPrerequisites = checkPrerequisites(TestInstanceSettings.valid());

    @BeforeEach
    void everythingPasses() {
        when(directory.providerRecord()).thenReturn(Optional.of(new ProviderRecord("demo-provider")));
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME Ltd", true)));
        when(contactMatch.isContact(any(), eq(CONTACT))).thenReturn(true);
        when(keyedHash.of(anyString(), anyString()))
                .thenAnswer(
                        call -> call.getArgument(0) + ":" + call.getArgument(1).hashCode());
        when(sealing.seal(anyString(), anyString(), any())).thenAnswer(call -> call.getArgument(2));
        when(sealing.open(anyString(), anyString(), any())).thenAnswer(call -> call.getArgument(2));
        when(instanceKeys.thumbprint()).thenReturn("THUMBPRINT");
        registrations.add(TestRegistrations.requested());
    }

    @Test
    void receivesARequest() {
        RegistrationRefusals refusals = mock();
        Numbers numbers = mock();
        var order = new RegistrationOrder("acme", CONTACT, URL + "/", "paula");
        when(numbers.next("REG")).thenReturn("REG0001002");
        when(refusals.check(order)).thenReturn(new InstanceAddress(URL));
        var request =
                new ReceiveRegistrationRequest(refusals, numbers, registrations, journal, mock(), clock).receive(order);
        assertThat(request).isEqualTo(new RegistrationRequest("REG0001002", "acme", CONTACT, URL, "paula", NOW));
        assertThat(state("REG0001002")).isEqualTo("Awaiting Validation");
        verify(journal)
                .workNote(
                        eq("REG0001002"),
                        eq("paula"),
                        saying("Registration requested for https://consumer.example.com."));
    }

    private CheckPrerequisitesAtProvider checkPrerequisites(InstanceSettings instance) {
        return new CheckPrerequisitesAtProvider(
                registrations,
                new RegistrationPrerequisites(directory, contactMatch, health, instance, mail, consumerCheck, waivers),
                new RecordFindings(registrations, journal));
    }

    @Test
    void findsNothingWhenEverythingPasses() {
        assertThat(checkPrerequisites.check(NUMBER).record()).isEmpty();
        assertThat(state(NUMBER)).isEqualTo("Validated");
        verify(journal, never()).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        verify(journal, never()).workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        when(directory.providerRecord()).thenReturn(Optional.empty());
        when(directory.company("acme")).thenReturn(Optional.of(new Company("acme", "ACME Ltd", false)));
        when(contactMatch.isContact(any(), any())).thenReturn(false);
        doThrow(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Degraded"))
                .when(health)
                .requireOperational();
        when(mail.on()).thenReturn(true);
        doThrow(new Problem(ProblemCode.MAIL_NOT_REACHABLE, "smtp.example.com"))
                .when(mail)
                .requireReachable();
        assertThat(checkPrerequisites(TestInstanceSettings.at(null))
                        .check(NUMBER)
                        .record())
                .extracting(finding -> finding.line().inDefault())
                .containsExactly(
                        "SX-2101: This instance has no provider record. Create it under Provider record.",
                        "SX-2102: The company ACME Ltd is deactivated. Activate the company, or cancel the registration.",
                        "SX-2103: The contact carla can no longer be used: deactivated, without the role, or moved to"
                                + " another company. Correct the contact, or cancel the registration and start one with"
                                + " another contact.",
                        "SX-2104: The key management of this instance is not operational: Degraded. Open Key Management,"
                                + " Health (Diagnostics) and repair what is not green.",
                        "SX-2105: The base URL of this instance is not set."
                                + " Set service-exchange.instance.base-url and restart.",
                        "SX-2107: The mail server smtp.example.com does not answer. Check spring.mail.* and the mail"
                                + " server, or switch mail off to send the link by hand.");
        assertThat(state(NUMBER)).isEqualTo("Validation Failed");
    }

    @Test
    void findsABaseUrlThatLeadsToThisMachineOnly() {
        String loopback = "https://localhost:8080";
        assertThat(checkPrerequisites(TestInstanceSettings.at(loopback))
                        .check(NUMBER)
                        .record())
                .extracting(Finding::code)
                .containsExactly(ProblemCode.BASE_URL_IS_LOOPBACK);
        assertThat(checkPrerequisites(TestInstanceSettings.at(loopback, Mode.DEMO))
                        .check(NUMBER)
                        .record())
                .isEmpty();
    }

    @Test
    void notesFindingsOnceAndWhenTheyAreGone() {
        when(directory.providerRecord()).thenReturn(Optional.empty());
        checkPrerequisites.check(NUMBER).record();
        checkPrerequisites.check(NUMBER).record();
        verify(journal, times(1))
                .workNote(
                        eq(NUMBER),
                        eq(Journal.SYSTEM),
                        argThat((LocalizedMessage note) ->
                                note.inDefault().startsWith("Prerequisites do not pass yet:")));
        when(directory.providerRecord()).thenReturn(Optional.of(new ProviderRecord("demo-provider")));
        checkPrerequisites.check(NUMBER).record();
        verify(journal).workNote(eq(NUMBER), eq(Journal.SYSTEM), saying("All prerequisites pass now."));
        assertThat(state(NUMBER)).isEqualTo("Validated");
    }

    @Test
    void opensWithALinkThatTheConsumerUnderstands() {
        checkPrerequisites.check(NUMBER).record();
        var expiry = new CreateRegistrationTask(registrations, links, journal).create(NUMBER);
        assertThat(expiry).isEqualTo("2026-03-15T10:00:00Z");
        assertThat(links.addressOf(registrations.lock(NUMBER)).orElseThrow().toString())
                .matches("https://consumer\\.example\\.com/connect\\?provider=https%3A%2F%2Fprovider\\.example\\.com"
                        + "&registration=REG0001001&secret=[A-Za-z0-9_-]{43}&pin=THUMBPRINT");
    }

    @Test
    void makesNoSecondLinkWhenItIsOpenAlready() {
        checkPrerequisites.check(NUMBER).record();
        var create = new CreateRegistrationTask(registrations, links, journal);
        create.create(NUMBER);
        var first = links.addressOf(registrations.lock(NUMBER));
        create.create(NUMBER);
        assertThat(links.addressOf(registrations.lock(NUMBER))).isEqualTo(first);
    }

    @Test
    void makesNoLinkWhileAFindingStands() {
        when(directory.providerRecord()).thenReturn(Optional.empty());
        checkPrerequisites.check(NUMBER).record();
        assertThatThrownBy(() -> new CreateRegistrationTask(registrations, links, journal).create(NUMBER))
                .hasMessage("The registration REG0001001 has no link that could be sent again; its state is"
                        + " Validation Failed. Wait until the prerequisites pass, or start a new registration.");
    }

    @Test
    void killsTheOldLinkAndItsKeysWithANewOne() {
        registrations.save(TestRegistrations.keyed());
        new RenewRegistrationLink(registrations, links, agreedKeys, journal).renew(NUMBER);
        assertThat(registrations.ofSecret("hash")).isEmpty();
        assertThat(registrations.ofClient("client-thumbprint")).isEmpty();
        verify(moduleKeys).destroyAll("CCN0001001");
    }

    @Test
    void keepsThatTheContactCame() {
        registrations.save(TestRegistrations.claimed());
        var match = new MatchContact(registrations, contactMatch, journal, clock);
        assertThat(match.match(NUMBER, CONTACT)).isTrue();
        assertThat(match.match(NUMBER, CONTACT)).isTrue();
        assertThat(registrations.lock(NUMBER).snapshot().authorization().match())
                .isEqualTo(new Decision(CONTACT, NOW));
        verify(journal, times(1)).workNote(eq(NUMBER), eq(CONTACT), any(LocalizedMessage.class));
    }

    @Test
    void leavesTheRegistrationUnharmedWhenAnotherCame() {
        registrations.save(TestRegistrations.claimed());
        var before = registrations.lock(NUMBER).snapshot();
        assertThat(new MatchContact(registrations, contactMatch, journal, clock).match(NUMBER, "mallory"))
                .isFalse();
        assertThat(registrations.lock(NUMBER).snapshot()).isEqualTo(before);
    }

    @Test
    void recordsTheSameMismatchInARowOnce() {
        String note = "Tried to connect, but is not the contact of this registration."
                + " Access was denied; the registration stays open.";
        var record = new RecordMismatch(registrations, journal);
        record.record(NUMBER, "mallory");
        verify(journal).workNote(eq(NUMBER), eq("mallory"), saying(note));
        when(journal.latest(NUMBER, 1))
                .thenReturn(List.of(new JournalEntry(
                        JournalEntry.Kind.WORK_NOTE,
                        Author.of("mallory"),
                        note,
                        LocalizedMessage.of("provider.note.mismatch"),
                        NOW)));
        record.record(NUMBER, "mallory");
        verify(journal, times(1)).workNote(eq(NUMBER), eq("mallory"), saying(note));
    }

    @Test
    void closesOnceWithItsReasonAndDestroysKeys() {
        registrations.save(TestRegistrations.keyed());
        close.expire(NUMBER);
        close.cancel(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().label().inDefault()).isEqualTo("Closed Incomplete: expired");
        verify(moduleKeys, times(1)).destroyAll("CCN0001001");
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(Journal.SYSTEM),
                        saying("Nobody used the link in time. The registration is closed."));
    }

    @Test
    void closesAFailedOne() {
        close.closeFailed(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().label().inDefault()).isEqualTo("Closed Incomplete: failed");
    }

    @Test
    void tellsHowToSendTheLinkByHand() {
        var writeWorkNote = new WriteWorkNote(registrations, journal);
        writeWorkNote.mailIsOff(NUMBER);
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(Journal.SYSTEM),
                        saying(
                                "Mail is off on this instance. Copy this link and send it to the contact by a way you trust:"
                                        + " {registration-link}"));
        writeWorkNote.deliveryFailed(
                NUMBER, new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "mailbox full").finding());
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(Journal.SYSTEM),
                        saying(
                                "The registration e-mail could not be delivered. The mail server mail.example.com did not take the e-mail (mailbox full). Copy this link and send it to the"
                                        + " contact by a way you trust: {registration-link}"));
        verify(journal)
                .workNote(
                        NUMBER,
                        Journal.SYSTEM,
                        LocalizedMessage.of(
                                "provider.note.deliveryFailed",
                                LocalizedMessage.of("SX-2108.cause", "mail.example.com", "mailbox full"),
                                WriteWorkNote.LINK));
    }

    @Test
    void waitsForTheAdminUntilALinkThatNoEMailBroughtIsSaidToBeSent() {
        checkPrerequisites.check(NUMBER).record();
        new CreateRegistrationTask(registrations, links, journal).create(NUMBER);
        var recordLinkSent = new RecordLinkSent(registrations, journal);
        assertThat(recordLinkSent.record(NUMBER, "admin")).isFalse();
        new WriteWorkNote(registrations, journal).mailIsOff(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.US);

        assertThat(recordLinkSent.record(NUMBER, "admin")).isTrue();

        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.THEM);
        verify(journal).workNote(eq(NUMBER), eq("admin"), saying("Sent the link to the contact."));
        assertThat(recordLinkSent.record(NUMBER, "admin")).isFalse();
        new WriteWorkNote(registrations, journal).mailIsOff(NUMBER);
        new RenewRegistrationLink(registrations, links, agreedKeys, journal).renew(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.THEM);
    }

    private String state(String number) {
        return registrations.lock(number).snapshot().label().inDefault();
    }

    private static LocalizedMessage saying(String english) {
        return argThat(message -> message.inDefault().equals(english));
    }
}
