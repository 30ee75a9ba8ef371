package org.serviceexchange.provider.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.connection.evidence.EvidenceRecord;
import org.serviceexchange.connection.evidence.web.EvidenceDownload;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a registration, whatever its state, for those who may read its whole journal; on its page and in the API. */
@RestController
class RegistrationEvidence {

    private final Registrations registrations;
    private final RegistrationPages pages;
    private final EvidenceDownload download;

    RegistrationEvidence(Registrations registrations, RegistrationPages pages, EvidenceDownload download) {
        this.registrations = registrations;
        this.pages = pages;
        this.download = download;
    }

    @GetMapping(
            path = {"/registrations/{number}/evidence", ApiPaths.REGISTRATIONS + "/{number}/evidence"},
            produces = EvidenceDownload.MEDIA_TYPE)
    void export(@PathVariable String number, HttpServletResponse response) throws IOException {
        Registration registration = registrations.get(number);
        download.send(record(registration), response);
    }

    /** The same for a connection, which belongs to a registration. */
    @GetMapping(path = ApiPaths.CONSUMER_CONNECTIONS + "/{number}/evidence", produces = EvidenceDownload.MEDIA_TYPE)
    void exportOfConnection(@PathVariable String number, HttpServletResponse response) throws IOException {
        Registration registration = pages.ofConnection(number)
                .orElseThrow(() -> new Problem(ProblemCode.CONSUMER_CONNECTION_UNKNOWN, number));
        download.send(record(registration), response);
    }

    private static EvidenceRecord record(Registration registration) {
        return new EvidenceRecord(
                ConnectionSide.PROVIDER,
                registration.number(),
                registration.number(),
                registration.connection().map(ConsumerConnection::number).orElse(""),
                registration.state().name(),
                registration.claim().map(Claim::signatureKey).orElse(null),
                consent(registration));
    }

    private static EvidenceRecord.@Nullable Consent consent(Registration registration) {
        Decision match = registration.snapshot().authorization().match();
        Decision consent = registration.snapshot().authorization().consent();
        return match == null || consent == null
                ? null
                : new EvidenceRecord.Consent(consent.userId(), match.at(), consent.at());
    }
}
