package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import org.junit.jupiter.api.Test;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeSubjects.Cared;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;

class RegistrationNoticesTest {

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final ServiceUsers services = service -> java.util.Optional.of("ada");
    private final RegistrationNotices notices = new RegistrationNotices(registrations, services);

    @Test
    void tellsOfWhatOthersDid() {
        assertThat(kind("provider.note.active", "CCN0001001")).isEqualTo(NoticeKind.ONBOARDED);
        assertThat(kind("provider.note.declinedBecause", "no")).isEqualTo(NoticeKind.DECLINED);
        assertThat(kind("provider.note.mismatch")).isEqualTo(NoticeKind.WRONG_USER);
        assertThat(kind("provider.note.ENDED_BY_CONSUMER")).isEqualTo(NoticeKind.OFF_BOARDED);
        assertThat(kind("provider.note.expired")).isEqualTo(NoticeKind.ENDED);
    }

    @Test
    void doesNotTellAdminsOfTheirOwnActs() {
        assertThat(kind("provider.note.cancelled")).isNull();
        assertThat(kind("provider.note.OFF_BOARDED")).isNull();
        assertThat(kind("provider.note.newLinkRequested")).isNull();
    }

    /** Anybody can send claims with wrong secrets, and must not be able to cause mail. */
    @Test
    void tellsOfRefusedClaimsOnlyIfTheSecretWasRight() {
        assertThat(refusedFor(ProblemCode.LINK_CLAIMED_BY_ANOTHER)).isEqualTo(NoticeKind.REFUSED);
        assertThat(refusedFor(ProblemCode.LINK_EXPIRED)).isEqualTo(NoticeKind.REFUSED);
        assertThat(refusedFor(ProblemCode.LINK_REFUSED)).isNull();
    }

    @Test
    void findsWhoRequestedIt() {
        registrations.add(TestRegistrations.requested());
        assertThat(notices.find(NUMBER)).contains(new Cared("paula", "/registrations/" + NUMBER));
        assertThat(notices.find("PCN0001001")).isEmpty();
        assertThat(notices.find("REG9999999")).isEmpty();
    }

    private NoticeKind refusedFor(ProblemCode code) {
        return notices.kindOf(
                        NUMBER,
                        LocalizedMessage.of(
                                "provider.note.claimRefused",
                                new Problem(code).finding().cause()))
                .orElse(null);
    }

    private NoticeKind kind(String key, Object... arguments) {
        return notices.kindOf(NUMBER, LocalizedMessage.of(key, arguments)).orElse(null);
    }
}
